/**
 * An example to copy: what a company adds to tokens and to the answers to logins. It is built into
 * a JAR of its own and put into {@code WEB-INF/lib}; see docs/extending.md.
 */
@NullMarked
package com.example.staff;

import org.jspecify.annotations.NullMarked;
