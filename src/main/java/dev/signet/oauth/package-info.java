/** The words of OAuth 2.0 that several packages share: its errors, and how they are written. */
@NullMarked
package dev.signet.oauth;

import org.jspecify.annotations.NullMarked;
