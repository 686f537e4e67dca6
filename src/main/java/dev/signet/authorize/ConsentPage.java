package dev.signet.authorize;

import dev.signet.account.LoginPolicy;
import dev.signet.authorize.Progress.Decision;
import dev.signet.client.RegisteredClients;
import dev.signet.input.Fields;
import dev.signet.oauth.OAuthForm;
import dev.signet.page.Continue;
import dev.signet.page.Pages;
import dev.signet.platform.Refusal;
import dev.signet.problem.Problem;
import dev.signet.token.AccessToken;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/**
 * Asks whether a client may have what it asks for (OpenID Connect Core 1.0 §3.1.2.4). Whoever is
 * logged in decides about what is his, whatever his roles.
 */
@Path("consent")
@ApplicationScoped
@RolesAllowed("**")
@Produces(MediaType.TEXT_HTML)
public class ConsentPage {

  private static final int LONGEST_DECISION = 10;

  @Inject RegisteredClients clients;
  @Inject Authorization authorization;
  @Inject AuthorizeSettings settings;
  @Inject LoginPolicy policy;
  @Inject Pages pages;

  @GET
  public Response show(@QueryParam("continue") @DefaultValue("") String wish) {
    login();
    Continue goal = pages.goal(wish);
    return isRequest(goal) ? ask(goal) : pages.goTo("/account");
  }

  private Response ask(Continue goal) {
    try {
      AuthorizationRequest asked = asked(request(goal));
      AccessToken token = login();
      return pages.show(
          "consent",
          Map.of(
              "client", asked.client().name(),
              "scopes", asked.scopes(),
              "username", policy.usable(token.accountId()).username(),
              "goal", goal.path(),
              "query", goal.encoded()));
    } catch (Refusal unusable) {
      return goal.go();
    }
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response decide(Fields fields) {
    login();
    Continue goal = pages.goal(fields.required("continue", Continue.LONGEST));
    String decision = fields.required("decision", LONGEST_DECISION);
    fields.refuseIfWrong();
    if (!isRequest(goal)) {
      return pages.goTo("/account");
    }
    OAuthForm request = request(goal);
    boolean allowed = decision.equals("allow");
    try {
      if (allowed) {
        authorization.allow(asked(request));
      }
    } catch (Refusal unusable) {
      return pages.leaveFor(goal);
    }
    return pages.leaveFor(
        settings.authorize(decided(request, allowed ? Decision.ALLOWED : Decision.DENIED)));
  }

  private OAuthForm decided(OAuthForm request, Decision decision) {
    ProgressSeal seal = settings.seal();
    String session = login().sessionId();
    Progress progress = seal.of(request, session).decided(decision, seal.now());
    return seal.with(request, progress, session);
  }

  /** A program decides for nobody, whatever its token lets it do. */
  private AccessToken login() {
    return authorization.login().orElseThrow(Problem.PERMISSION_DENIED::refusal);
  }

  private boolean isRequest(Continue goal) {
    return goal.path().startsWith(settings.root() + "/oauth2/authorize?");
  }

  private static OAuthForm request(Continue goal) {
    return OAuthForm.parse(goal.path().substring(goal.path().indexOf('?') + 1));
  }

  /** What the endpoint made of it; it checks again, whatever is sent here. */
  private AuthorizationRequest asked(OAuthForm request) {
    OAuthForm bare = ProgressSeal.bare(request);
    return authorization.check(bare, ReturnAddress.of(bare, clients).client());
  }
}
