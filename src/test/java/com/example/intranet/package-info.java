/**
 * An example: a web application of somebody else whose users log in at Signet, by Jakarta
 * Security's OpenID Connect mechanism.
 */
@NullMarked
package com.example.intranet;

import org.jspecify.annotations.NullMarked;
