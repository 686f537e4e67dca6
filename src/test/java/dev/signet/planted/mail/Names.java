package dev.signet.planted.mail;

/** Every name that says nothing. */
public class Names {
  /** No word. */
  public static class MailUtil {}

  /** No word. */
  public static class MailUtils {}

  /** No word. */
  public static class MailHelper {}

  /** No word. */
  public static class MailManager {}

  /** No word. */
  public static class MailImpl {}

  /** No word. */
  public static class MailService {}

  /** No word. */
  public static class MailBase {}
}
