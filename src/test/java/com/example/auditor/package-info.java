/** An example: administrators who verify the audit. */
@NullMarked
package com.example.auditor;

import org.jspecify.annotations.NullMarked;
