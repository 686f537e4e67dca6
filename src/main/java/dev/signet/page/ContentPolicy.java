package dev.signet.page;

/** What a page may load, and where its forms may lead (CSP Level 3). */
final class ContentPolicy {

  static final String HEADER = "Content-Security-Policy";

  /** A page loads what is ours, and leads nowhere else. */
  static final String OF_PAGES = policy("form-action 'self'; ");

  /**
   * Of the page whose form leads to a client: to wherever that goes on. Chrome holds {@code
   * form-action} against each redirect that follows (<a
   * href="https://github.com/w3c/webappsec-csp/issues/8">webappsec-csp #8</a>), and to whom a
   * client redirects is its own affair.
   */
  static final String OF_FORM_FOR_CLIENT = policy("");

  private ContentPolicy() {}

  private static String policy(String forms) {
    return "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src"
        + " 'self'; %sbase-uri 'none'; frame-ancestors 'none'".formatted(forms);
  }
}
