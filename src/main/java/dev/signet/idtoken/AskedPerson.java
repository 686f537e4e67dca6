package dev.signet.idtoken;

import com.nimbusds.openid.connect.sdk.OIDCClaimsRequest;
import com.nimbusds.openid.connect.sdk.claims.ClaimRequirement;
import com.nimbusds.openid.connect.sdk.claims.ClaimsSetRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who alone is to log in, and how, by the values that a client asks single claims to have (OpenID
 * Connect Core 1.0 §5.5.1). Each set is one request: one of its values will do, and no other.
 *
 * @param subjects what the client knows him as
 * @param classes how he proves who he is, where nothing else will do (§5.5.1.1)
 */
public record AskedPerson(List<Set<String>> subjects, List<Set<String>> classes) {

  /** Anybody. */
  public static final AskedPerson ANYBODY = new AskedPerson(List.of(), List.of());

  public AskedPerson {
    subjects = List.copyOf(subjects);
    classes = List.copyOf(classes);
  }

  /** That of a parameter {@code claims}; empty where it is none. */
  public static Optional<AskedPerson> parse(String json) {
    return ClaimsParameter.parse(json).map(AskedPerson::of);
  }

  private static AskedPerson of(OIDCClaimsRequest request) {
    Stream<ClaimsSetRequest.Entry> subjects =
        Stream.concat(
            entries(request.getIDTokenClaimsRequest(), "sub"),
            entries(request.getUserInfoClaimsRequest(), "sub"));
    Stream<ClaimsSetRequest.Entry> classes =
        entries(request.getIDTokenClaimsRequest(), "acr")
            .filter(entry -> entry.getClaimRequirement() == ClaimRequirement.ESSENTIAL);
    return new AskedPerson(values(subjects), values(classes));
  }

  private static Stream<ClaimsSetRequest.Entry> entries(
      @Nullable ClaimsSetRequest request, String claim) {
    return request == null
        ? Stream.empty()
        : request.getEntries().stream().filter(entry -> entry.getClaimName().equals(claim));
  }

  private static List<Set<String>> values(Stream<ClaimsSetRequest.Entry> entries) {
    return entries.flatMap(entry -> values(entry).stream()).toList();
  }

  /** Empty where any will do; what is no text is nobody's, and no way to log in. */
  private static Optional<Set<String>> values(ClaimsSetRequest.Entry entry) {
    @Nullable Object one = entry.getRawValue();
    @Nullable List<?> any = one == null ? entry.getValuesAsRawList() : List.of(one);
    return Optional.ofNullable(any)
        .map(
            values ->
                values.stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .collect(Collectors.toUnmodifiableSet()));
  }

  /** Whether it is whom the client knows so. */
  public boolean is(String subject) {
    return subjects.stream().allMatch(any -> any.contains(subject));
  }

  /** Whether he can prove here who he is as the client wants it. */
  public boolean canLogIn() {
    return classes.stream().allMatch(any -> any.contains(IdTokens.ACR));
  }
}
