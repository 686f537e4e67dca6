package dev.signet.authorize;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import dev.signet.authorize.NextStep.Visitor;
import dev.signet.client.RegisteredClients;
import dev.signet.cookie.FromAnywhere;
import dev.signet.oauth.OAuthError;
import dev.signet.oauth.OAuthException;
import dev.signet.oauth.OAuthForm;
import dev.signet.oauth.RefusedRequests;
import dev.signet.page.Continue;
import dev.signet.page.Pages;
import dev.signet.problem.Problem;
import dev.signet.problem.ProblemException;
import dev.signet.problem.UnexpectedErrorMapper;
import dev.signet.token.AccessToken;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The authorization endpoint (<a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.1">RFC 6749
 * §3.1</a>). People log in and decide on pages that it sends them to, and that send them back.
 */
@Path("oauth2/authorize")
@ApplicationScoped
@PermitAll
public class AuthorizeEndpoint {

  @Inject RegisteredClients clients;
  @Inject Authorization authorization;
  @Inject AuthorizeSettings settings;
  @Inject Pages pages;

  /**
   * As a form that a page of the client's sends; from here on it is a link, since the cookies of a
   * login come with nothing else from elsewhere.
   */
  @POST
  @FromAnywhere
  public Response post(OAuthForm request) {
    return toItself(request)
        .map(Continue::go)
        .orElseGet(() -> answer(request, back -> refused(back, tooLong())));
  }

  @GET
  public Response get(@Context UriInfo address) {
    OAuthForm request =
        OAuthForm.parse(Optional.ofNullable(address.getRequestUri().getRawQuery()).orElse(""));
    return answer(request, back -> answer(request, back));
  }

  /** RFC 6749 §4.1.2.1: the person is told only what the client cannot be. */
  private Response answer(OAuthForm request, Function<ReturnAddress, Response> answer) {
    ReturnAddress back;
    try {
      back = ReturnAddress.of(ProgressSeal.bare(request), clients);
    } catch (ProblemException refusal) {
      return pages.refuse("problem", Map.of("title", "page_authorize_title"), refusal);
    }
    return answer.apply(back);
  }

  private Response answer(OAuthForm request, ReturnAddress back) {
    try {
      AuthorizationRequest asked = authorization.check(ProgressSeal.bare(request), back.client());
      return step(request, asked, back);
    } catch (OAuthException refusal) {
      return refused(back, refusal);
    } catch (RuntimeException failure) {
      return refused(back, unforeseen(failure));
    }
  }

  private Response refused(ReturnAddress back, OAuthException refusal) {
    RefusedRequests.log(back.client().id(), "authorization", refusal);
    return send(back, back.refused(refusal, settings.issuer()));
  }

  private static OAuthException unforeseen(RuntimeException failure) {
    ProblemException problem =
        failure instanceof ProblemException known ? known : UnexpectedErrorMapper.logged(failure);
    return problem.isBecause(Problem.UNAVAILABLE) || problem.isBecause(Problem.BUSY)
        ? OAuthError.TEMPORARILY_UNAVAILABLE.because("Try again in a moment.")
        : OAuthError.SERVER_ERROR.because("Something has gone wrong here.");
  }

  private Response step(OAuthForm request, AuthorizationRequest asked, ReturnAddress back) {
    Instant now = settings.seal().now();
    Progress progress = settings.seal().of(request, session());
    Visitor visitor = authorization.visitor(asked);
    Progress toLogin = progress.askingForLogin(visitor.lastLogin(now), now);
    NextStep next = NextStep.of(asked, visitor, progress, now);
    return switch (next) {
      case RENEW -> go(renewal(asked), request, progress.renewing(now));
      case LOG_IN -> go(login(request), request, toLogin);
      case LOG_IN_AGAIN -> go("/login?again=1&" + forLogin(request), request, toLogin);
      case ASK -> go("/consent?" + locales(request), request, progress);
      case ANSWER ->
          send(
              back, back.granted(authorization.code(asked, back.redirectUri()), settings.issuer()));
    };
  }

  private String session() {
    return authorization.login().map(AccessToken::sessionId).orElse("");
  }

  /** To a page of ours, which sends the browser back here. */
  private Response go(String page, OAuthForm request, Progress progress) {
    return toItself(settings.seal().with(request, progress, session()))
        .map(here -> pages.goTo(page + "continue=" + here.encoded()))
        .orElseThrow(AuthorizeEndpoint::tooLong);
  }

  private static String renewal(AuthorizationRequest asked) {
    return "/api/auth/renew?" + (asked.prompts(AuthorizationRequest.NONE) ? "silent=1&" : "");
  }

  /** Who shows a login that is good no more is not to be sent back here for it. */
  private String login(OAuthForm request) {
    String again = authorization.login().isPresent() ? "again=other&" : "";
    return "/login?" + again + forLogin(request);
  }

  /** OpenID Connect Core 1.0 §3.1.2.1: what may help people to log in. */
  private static String forLogin(OAuthForm request) {
    return parameter(request, "login_hint") + locales(request);
  }

  private static String locales(OAuthForm request) {
    return parameter(request, "ui_locales");
  }

  private static String parameter(OAuthForm request, String name) {
    return request
        .optional(name)
        .map(value -> URLUtils.serializeParameters(Map.of(name, List.of(value))) + "&")
        .orElse("");
  }

  /** This request as a link; empty where no browser and no server would take it. */
  private Optional<Continue> toItself(OAuthForm request) {
    Continue here = settings.authorize(request);
    return here.path().length() <= Continue.LONGEST ? Optional.of(here) : Optional.empty();
  }

  private static OAuthException tooLong() {
    return OAuthError.INVALID_REQUEST.because("The request is too long.");
  }

  /** RFC 9700 §4.12: by 303, which no browser repeats a form for. */
  private Response send(ReturnAddress back, Map<String, String> parameters) {
    if (back.posted()) {
      return pages.sendTo(URI.create(back.redirectUri()), parameters);
    }
    Map<String, List<String>> all = new LinkedHashMap<>();
    parameters.forEach((name, value) -> all.put(name, List.of(value)));
    String separator = back.redirectUri().contains("?") ? "&" : "?";
    return Response.status(Response.Status.SEE_OTHER)
        .header(
            HttpHeaders.LOCATION,
            back.redirectUri() + separator + URLUtils.serializeParameters(all))
        .header("Referrer-Policy", "no-referrer")
        .build();
  }
}
