package dev.signet.provisioning;

import dev.signet.account.IdentifierKey;
import dev.signet.account.RolesColumn;
import dev.signet.platform.Refusal;
import dev.signet.platform.Secrets;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Adds imported accounts, many at once: JPA has no batches that say what became of each row. */
@ApplicationScoped
class ImportedAccounts {

  private static final String INSERT =
      """
      insert into account (id, username, username_key, email, email_key, name,
        password_hash, roles, state, created_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing\
      """;

  @Resource(lookup = "java:app/jdbc/signet")
  DataSource connections;

  /**
   * Adds the accounts, all or none.
   *
   * @return those that were not added, since an account has their username or their address
   */
  @Transactional(value = TxType.REQUIRES_NEW, dontRollbackOn = Refusal.class)
  List<ImportedAccount> add(List<ImportedAccount> accounts) {
    try (Connection connection = connections.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (ImportedAccount account : accounts) {
        fill(insert, account);
        insert.addBatch();
      }
      return existing(accounts, insert.executeBatch());
    } catch (SQLException failed) {
      throw new IllegalStateException("Imported accounts could not be stored", failed);
    }
  }

  private static void fill(PreparedStatement insert, ImportedAccount account) throws SQLException {
    insert.setObject(1, Secrets.uuid());
    insert.setString(2, account.username());
    insert.setString(3, IdentifierKey.of(account.username()));
    insert.setString(4, account.email());
    insert.setString(5, IdentifierKey.of(account.email()));
    insert.setString(6, account.name());
    insert.setString(7, account.passwordHash());
    insert.setString(8, new RolesColumn().convertToDatabaseColumn(account.roles()));
    insert.setString(9, account.active() ? "ACTIVE" : "DISABLED");
    insert.setObject(10, account.joinedAt().atOffset(ZoneOffset.UTC));
  }

  private static List<ImportedAccount> existing(List<ImportedAccount> accounts, int[] added) {
    List<ImportedAccount> existing = new ArrayList<>();
    for (int i = 0; i < added.length; i++) {
      if (added[i] == 0) {
        existing.add(accounts.get(i));
      }
    }
    return existing;
  }
}
