package com.example.intranet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.security.enterprise.authentication.mechanism.http.OpenIdAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.openid.ClaimsDefinition;
import org.eclipse.microprofile.config.ConfigProvider;

/** Where users log in, and the secret that the application shows there. */
@OpenIdAuthenticationMechanismDefinition(
    providerURI = "${provider.issuer}",
    clientId = "intranet",
    clientSecret = "${provider.secret}",
    redirectURI = "${baseURL}/callback",
    claimsDefinition =
        @ClaimsDefinition(callerNameClaim = "preferred_username", callerGroupsClaim = "groups"),
    jwksConnectTimeout = 30_000,
    jwksReadTimeout = 30_000)
@Named
@ApplicationScoped
public class Provider {

  public String getIssuer() {
    return ConfigProvider.getConfig().getValue("intranet.issuer", String.class);
  }

  public String getSecret() {
    return ConfigProvider.getConfig().getValue("intranet.secret", String.class);
  }
}
