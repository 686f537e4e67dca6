/** Reads long files of records, CSV or JSON, a line at a time and whatever is wrong with it. */
@NullMarked
package dev.signet.tabular;

import org.jspecify.annotations.NullMarked;
