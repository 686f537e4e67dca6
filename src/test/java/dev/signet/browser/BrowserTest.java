package dev.signet.browser;

import dev.signet.wire.WireTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of pages in Chromium: a {@link Visitor} for each parameter, with cookies of their own. It
 * fails too where a page breaks its own policy, or a script or the console complains. Skipped where
 * there is no Chromium.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WireTest
@Tag("browser")
@ExtendWith(Visitors.class)
public @interface BrowserTest {}
