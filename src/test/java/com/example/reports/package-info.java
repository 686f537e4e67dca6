/** An example: an API of somebody else that takes Signet's access tokens, by its name and keys. */
@NullMarked
package com.example.reports;

import org.jspecify.annotations.NullMarked;
