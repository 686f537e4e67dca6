/** An example: a mail that goes with a transaction. */
@NullMarked
package com.example.post;

import org.jspecify.annotations.NullMarked;
