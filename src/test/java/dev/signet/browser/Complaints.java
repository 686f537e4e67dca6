package dev.signet.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Response;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a browser says of pages that are not as they should be. */
final class Complaints {

  private static final String LISTENER =
      "document.addEventListener('securitypolicyviolation', (violation) =>"
          + " reportViolation(`${violation.effectiveDirective} against ${violation.blockedURI}`));";

  private static final Set<String> PARTS = Set.of("stylesheet", "script", "image", "font");

  private final List<String> tolerated = new CopyOnWriteArrayList<>();
  private final List<String> all = new CopyOnWriteArrayList<>();

  void listenTo(BrowserContext context) {
    context.exposeFunction("reportViolation", what -> all.add("CSP: " + what[0]));
    context.addInitScript(LISTENER);
    context.onWebError(error -> all.add("Script: " + error.error()));
    context.onConsoleMessage(this::hear);
    context.onResponse(this::hear);
  }

  /** A page that refuses is no fault; what is missing in a page is heard of as a response. */
  private void hear(ConsoleMessage message) {
    if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
      all.add("Console: " + message.text());
    }
  }

  private void hear(Response response) {
    if (response.status() >= 400 && PARTS.contains(response.request().resourceType())) {
      all.add("Missing: " + response.status() + " " + response.url().replaceFirst("\\?.*", ""));
    }
  }

  /** What has this in it is no complaint. */
  void tolerate(String part) {
    tolerated.add(part);
  }

  List<String> all() {
    return all.stream().filter(one -> tolerated.stream().noneMatch(one::contains)).toList();
  }
}
