/**
 * An example: an API of somebody else that takes Signet's access tokens, knowing where its keys
 * are.
 */
@NullMarked
package com.example.reports;

import org.jspecify.annotations.NullMarked;
