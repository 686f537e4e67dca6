package dev.signet.provisioning;

import java.util.Set;

/**
 * What has become of the lines of an import.
 *
 * @param lines how many were read
 * @param imported how many are accounts now that were none before
 * @param existing how many have a username or an address that an account had already; that was left
 *     as it is
 * @param refused how many were wrong
 * @param unknownColumns some of the names of columns that nobody asked for, as the file spells them
 * @param complete whether the file was read to its end
 */
public record ImportReport(
    long lines,
    long imported,
    long existing,
    long refused,
    Set<String> unknownColumns,
    boolean complete) {}
