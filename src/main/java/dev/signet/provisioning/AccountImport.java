package dev.signet.provisioning;

import dev.signet.account.AccountSettings;
import dev.signet.audit.SecurityEvents;
import dev.signet.event.AccountsImported;
import dev.signet.hashing.PasswordHashes;
import dev.signet.tabular.BoundedReader;
import dev.signet.tabular.FileFormat;
import dev.signet.tabular.FileLine;
import dev.signet.tabular.FileLines;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Imports accounts from a file of another system, Django's for one, with the password hashes they
 * have there: each logs in with the password it had, and is hashed anew then.
 *
 * <p>The columns are {@code username}, {@code email} and {@code password_hash}, and if they are
 * there {@code name}, {@code is_active} (or else the account is {@code DISABLED}), {@code is_staff}
 * (it gets the role {@code admin}) and {@code date_joined}. A line is taken or refused by itself.
 *
 * <p>The file is read as it comes, and its accounts are stored some hundred at a time. Whatever
 * stops an import, what it has stored stays; run again, it goes on from there, since an account
 * whose username or address is there already is left as it is.
 */
@ApplicationScoped
public class AccountImport {

  private static final System.Logger LOG = System.getLogger(AccountImport.class.getName());
  private static final int BATCH = 500;
  private static final int BATCHES_A_LOG_LINE = 20;

  @Inject ImportedAccounts accounts;
  @Inject PasswordHashes hashes;
  @Inject AccountSettings settings;
  @Inject SecurityEvents events;
  @Inject Clock clock;

  /**
   * Imports what a file holds. It has transactions of its own, many, whatever the caller's.
   *
   * @param file is read to its end and not closed
   * @param listener hears of each line that is skipped, and of each batch that is stored
   */
  public ImportReport run(InputStream file, FileFormat format, ImportListener listener) {
    ImportTally tally = new ImportTally(listener);
    FileLines lines = format.lines(new BoundedReader(file), Column.REQUIRED);
    Instant now = clock.instant();
    try {
      importAll(lines, tally, now);
    } finally {
      ImportReport report = tally.report();
      log("Import ended after " + Duration.between(now, clock.instant()), report);
      events.tell(new AccountsImported(report.imported(), report.existing() + report.refused()));
    }
    return tally.report();
  }

  private void importAll(FileLines lines, ImportTally tally, Instant now) {
    boolean more = true;
    for (long batches = 1; more; batches++) {
      List<ImportedAccount> batch = new ArrayList<>();
      more = read(lines, batch, tally, now);
      store(batch, tally);
      if (batches % BATCHES_A_LOG_LINE == 0) {
        log("Import goes on", tally.report());
      }
    }
  }

  /** Reads the lines of a batch. Returns whether there may be more. */
  private boolean read(
      FileLines lines, List<ImportedAccount> batch, ImportTally tally, Instant now) {
    for (int i = 0; i < BATCH; i++) {
      Optional<FileLine> line = lines.next();
      if (line.isEmpty()) {
        return false;
      }
      tally.read(line.get());
      LineCheck check = new LineCheck(line.get());
      ImportedAccount account = ImportedAccount.of(check, hashes, settings.signupRoles(), now);
      if (check.wrong().isEmpty()) {
        batch.add(account);
      } else {
        tally.refused(check);
      }
    }
    return true;
  }

  private void store(List<ImportedAccount> batch, ImportTally tally) {
    if (!batch.isEmpty()) {
      List<ImportedAccount> existing = accounts.add(batch);
      existing.forEach(tally::existing);
      tally.stored(batch.size() - existing.size());
    }
    tally.progressed();
  }

  private static void log(String what, ImportReport report) {
    LOG.log(
        System.Logger.Level.INFO,
        "{0}: {1} lines read, {2} accounts imported, {3} there before, {4} lines refused",
        what,
        report.lines(),
        report.imported(),
        report.existing(),
        report.refused());
  }
}
