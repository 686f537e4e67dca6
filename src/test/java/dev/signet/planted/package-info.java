/**
 * A house like ours in which every rule is broken; ArchitectureRulesBiteTest sees each of them
 * caught.
 */
@NullMarked
package dev.signet.planted;

import org.jspecify.annotations.NullMarked;
