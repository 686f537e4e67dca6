/** An example: administrators who change accounts. */
@NullMarked
package com.example.office;

import org.jspecify.annotations.NullMarked;
