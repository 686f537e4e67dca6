package dev.signet.link;

import dev.signet.mail.Letter;

/** What a link is good for, and for nothing else. */
public enum Purpose {
  /** To prove that the address that an account was signed up with is its owner's. */
  VERIFY_EMAIL("/verify-email", Letter.Template.VERIFY_EMAIL),
  /** To prove the same of the address that an account is to have from then on. */
  CHANGE_EMAIL("/verify-email", Letter.Template.CONFIRM_NEW_EMAIL),
  /** To choose another password. */
  RESET_PASSWORD("/reset-password", Letter.Template.RESET_PASSWORD);

  private final String page;
  private final Letter.Template template;

  Purpose(String page, Letter.Template template) {
    this.page = page;
    this.template = template;
  }

  /** The page that a link leads to, below the address of the pages. */
  String page() {
    return page;
  }

  /** The mail that the link is in. */
  Letter.Template template() {
    return template;
  }
}
