package dev.signet.wire;

import java.util.UUID;

/** What somebody has allowed a client, and what it was given, as rows. */
public final class ClientSessions {

  private static final String OPEN =
      "insert into session (id, account_id, client_id, scope, parent_id, kind, generation,"
          + " created_at, authenticated_at, refreshed_at, used_at, expires_at, idle_expires_at,"
          + " ip, user_agent, amr) select cast(? as varchar), account_id, cast(? as varchar),"
          + " 'openid', id, cast(? as varchar), 0, created_at, authenticated_at, refreshed_at,"
          + " used_at, expires_at, idle_expires_at, ip, user_agent, amr from session where id = ?";

  private ClientSessions() {}

  /** Somebody allows a client something. */
  public static void allow(UUID accountId, String clientId, String scope) {
    Rows.change(
        "insert into consent (account_id, client_id, scope, granted_at)"
            + " values (?, ?, ?, current_timestamp)",
        accountId,
        clientId,
        scope);
  }

  /**
   * A client is given a session of somebody's login.
   *
   * @param kind CLIENT or OFFLINE
   * @return the id of the client's
   */
  public static String open(String login, String clientId, String kind) {
    String id = fresh();
    Rows.change(OPEN, id, clientId, kind, login);
    return id;
  }

  /** The same in another database. */
  public static void open(OwnDatabase database, String login, String clientId, String kind) {
    database.change(OPEN, fresh(), clientId, kind, login);
  }

  private static String fresh() {
    return UUID.randomUUID().toString().replace("-", "").substring(0, 22);
  }

  /** Whether a session has not been ended. */
  public static boolean isAlive(String id) {
    return Rows.count("select count(*) from session where id = ? and revoked_at is null", id) == 1;
  }
}
