package dev.signet.origin;

/** Whether somebody is at the client that a request is from, or it goes by itself. */
public enum Activity {
  /** As far as the client says, which says nothing: somebody is. */
  PERSON,
  /** The client says that it asks by itself: nobody is the less idle for it. */
  BACKGROUND
}
