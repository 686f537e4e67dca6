/**
 * Owns the ways to say no over HTTP: each with one code, one status and one text a language,
 * written by one mapper.
 */
@NullMarked
package dev.signet.problem;

import org.jspecify.annotations.NullMarked;
