package dev.signet.database;

import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Makes EclipseLink report a reading that failed. Where it takes the database to be away it would
 * sleep and try again, three times, and hold a thread of the server for ten seconds.
 */
public final class NoRetries implements SessionCustomizer {

  @Override
  public void customize(Session session) {
    ((DatabaseLogin) session.getDatasourceLogin()).setConnectionHealthValidatedOnError(false);
  }
}
