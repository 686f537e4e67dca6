/** An example: the accounts of another system, imported from files on the server. */
@NullMarked
package com.example.migration;

import org.jspecify.annotations.NullMarked;
