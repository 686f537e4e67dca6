package dev.signet.page;

import java.net.URI;
import java.util.regex.Pattern;

/** What a page may load, and where its forms may lead (CSP Level 3). */
final class ContentPolicy {

  static final String HEADER = "Content-Security-Policy";

  /** A page loads what is ours, and leads nowhere else. */
  static final String OF_PAGES = withFormsTo("'self'");

  /** What CSP takes for a host: no address of IPv6 (§2.3.1). */
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+");

  private ContentPolicy() {}

  /** The same of a page whose form leads to the origin of a client, and nowhere else. */
  static String withFormsTo(URI client) {
    String host = client.getHost();
    String port = client.getPort() < 0 ? "" : ":" + client.getPort();
    boolean named = host != null && HOST.matcher(host).matches();
    return withFormsTo(client.getScheme() + ":" + (named ? "//" + host + port : ""));
  }

  private static String withFormsTo(String source) {
    return "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src"
        + " 'self'; form-action %s; base-uri 'none'; frame-ancestors 'none'".formatted(source);
  }
}
