package dev.signet.client;

import static dev.signet.client.TestDeclarations.DEFAULTS;
import static dev.signet.client.TestDeclarations.declared;
import static dev.signet.client.TestDeclarations.refuse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.client.ClientProof.Method;
import dev.signet.platform.CannotStart;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientDeclarationTest {

  private static final String SECRET = TestClients.SECRET;
  private static final String DIGEST = "0a".repeat(32);

  @Test
  void ofAnAddressAloneIsAPublicClientOfTheSafeValues() {
    RegisteredClient shop = declared();

    assertThat(shop.id()).isEqualTo("shop");
    assertThat(shop.name()).isEqualTo("shop");
    assertThat(shop.isPublic()).isTrue();
    assertThat(shop.proof().methods()).containsExactly(Method.NONE);
    assertThat(shop.proof().secret()).isEmpty();
    assertThat(shop.proof().keys()).isEmpty();
    assertThat(shop.addresses().redirects()).containsExactly(TestClients.CALLBACK);
    assertThat(shop.addresses().postLogout()).isEmpty();
    assertThat(shop.addresses().backchannelLogout()).isEmpty();
    assertThat(shop.rights())
        .isEqualTo(
            new RegisteredClient.Rights(
                Set.of("authorization_code", "refresh_token"),
                Set.of("openid", "profile", "email"),
                List.of("signet", "reports"),
                true,
                true));
    assertThat(shop.tokens().accessLifetime()).isEqualTo(Duration.ofMinutes(5));
    assertThat(shop.tokens().idTokenLifetime()).isEqualTo(Duration.ofHours(1));
    assertThat(shop.tokens().sector()).isEmpty();
  }

  @Test
  void ofASecretAloneIsAMachineThatMayHaveNothing() {
    RegisteredClient machine =
        new ClientDeclaration("machine", Map.of(ClientField.SECRET, SECRET), DEFAULTS).client();

    assertThat(machine.rights().grants()).containsExactly("client_credentials");
    assertThat(machine.rights().scopes()).isEmpty();
    assertThat(machine.mayUse("client_credentials")).isTrue();
    assertThat(machine.mayUse("authorization_code")).isFalse();
  }

  @Test
  void withASecretShowsItInEitherWay() {
    RegisteredClient shop = declared("secret", SECRET);

    assertThat(shop.isPublic()).isFalse();
    assertThat(shop.proof().methods())
        .containsExactlyInAnyOrder(Method.CLIENT_SECRET_BASIC, Method.CLIENT_SECRET_POST);
    assertThat(shop.proof().isSecret(Method.CLIENT_SECRET_BASIC, SECRET)).isTrue();
  }

  @Test
  void withKeysSignsWhatItShows() {
    RegisteredClient shop = declared("jwks", TestClients.JWKS);

    assertThat(shop.proof().methods()).containsExactly(Method.PRIVATE_KEY_JWT);
    assertThat(shop.isPublic()).isFalse();
  }

  @Test
  void takesTheMethodsThatItNames() {
    assertThat(declared("secret", SECRET, "auth-methods", "client_secret_basic").proof().methods())
        .containsExactly(Method.CLIENT_SECRET_BASIC);
    assertThat(
            declared(
                    "secret",
                    SECRET,
                    "jwks",
                    TestClients.JWKS,
                    "auth-methods",
                    "private_key_jwt, client_secret_post")
                .proof()
                .methods())
        .containsExactlyInAnyOrder(Method.PRIVATE_KEY_JWT, Method.CLIENT_SECRET_POST);
  }

  @Test
  void saysWhatItWants() {
    RegisteredClient shop =
        declared(
            "name", " The shop ",
            "redirect-uris", "https://a.example/, https://b.example/",
            "post-logout-redirect-uris", "https://a.example/bye",
            "backchannel-logout-uri", "https://a.example/logout",
            "grants", "authorization_code",
            "scopes", "openid,orders:read",
            "audiences", "orders",
            "consent", "false",
            "secret", SECRET,
            "pkce", "false",
            "access-lifetime", "PT1M",
            "id-token-lifetime", "PT2M",
            "sector", "a.example");

    assertThat(shop.name()).isEqualTo("The shop");
    assertThat(shop.addresses().redirects())
        .containsExactlyInAnyOrder("https://a.example/", "https://b.example/");
    assertThat(shop.addresses().postLogout()).containsExactly("https://a.example/bye");
    assertThat(shop.addresses().backchannelLogout())
        .hasValueSatisfying(uri -> assertThat(uri).hasToString("https://a.example/logout"));
    assertThat(shop.rights())
        .isEqualTo(
            new RegisteredClient.Rights(
                Set.of("authorization_code"),
                Set.of("openid", "orders:read"),
                List.of("orders"),
                false,
                false));
    assertThat(shop.tokens().accessLifetime()).isEqualTo(Duration.ofMinutes(1));
    assertThat(shop.tokens().idTokenLifetime()).isEqualTo(Duration.ofMinutes(2));
    assertThat(shop.tokens().sector()).contains("a.example");
  }

  /** By the one it is to know nobody, and by the other it is told of everybody. */
  @Test
  void isRefusedWithASectorBesideTheScopeAccount() {
    TestDeclarations.refuse("sector", "sector", "a.example", "scopes", "openid,account");
    assertThat(declared("sector", "a.example", "scopes", "openid").tokens().sector())
        .contains("a.example");
  }

  @Test
  void hasTheDefaultWhereAFieldIsBlank() {
    assertThat(declared("name", " ", "scopes", "", "audiences", " ", "pkce", ""))
        .isEqualTo(declared());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "my.shop", "my_shop", "My-Shop.2", "deadbeef"})
  void hasAnIdThatNeedsNoEscaping(String id) {
    assertThat(TestDeclarations.of(id).client().id()).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "my shop",
        "shöp",
        "shop:1",
        "shop/1",
        "shop\n",
        "00000000-0000-0000-0000-000000000001",
        "DEADBEEF-dead-beef-dead-beefdeadbeef",
      })
  void isRefusedByAnIdThatIsNoneOrAnAccounts(String id) {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> TestDeclarations.of(id).client())
        .withMessage("signet.clients names a client that cannot be: expected 100 of A-Za-z0-9._-");
  }

  @Test
  void hasAnIdOfAHundredCharactersAtMost() {
    assertThat(TestDeclarations.of("a".repeat(100)).client().id()).hasSize(100);
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> TestDeclarations.of("a".repeat(101)).client());
  }

  /** What has a UUID in it is nobody's subject. */
  @Test
  void hasAnIdWithAUuidInIt() {
    String id = "app-00000000-0000-0000-0000-000000000001";
    assertThat(TestDeclarations.of(id).client().id()).isEqualTo(id);
    assertThat(TestDeclarations.of("00000000-0000-0000-0000-0000000000012").client().id())
        .hasSize(37);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "auth-methods | client_secret_jwt",
        "auth-methods | CLIENT_SECRET_BASIC",
        "secret | 0123456789abcdef0123456789abcde",
        "secret-hash | 0a0a",
        "secret-hash | sha256:0A",
        "jwks | {}",
        "jwks | {\"keys\":[]}",
        "grants | password",
        "grants | authorization_code,implicit",
        "scopes | a b",
        "scopes | a\"b",
        "scopes | a\\b",
        "scopes | größe",
        "scopes | a,,b",
        "audiences | a,",
        "consent | yes",
        "consent | TRUE",
        "pkce | 1",
        "access-lifetime | 5",
        "access-lifetime | PT0.9S",
        "access-lifetime | PT5M0.001S",
        "access-lifetime | -PT1S",
        "id-token-lifetime | PT0S",
        "id-token-lifetime | PT24H1S",
        "id-token-lifetime | a day",
        "redirect-uris | https://a.example/,",
      })
  void isRefusedByTheKeyOfWhatIsWrong(String field, String value) {
    refuse(field, value);
  }

  @ParameterizedTest
  @CsvSource({
    "access-lifetime, PT1S",
    "access-lifetime, PT5M",
    "id-token-lifetime, PT1S",
    "id-token-lifetime, PT24H",
    "scopes, !",
    "scopes, a:b/c~",
    "consent, true",
  })
  void takesTheEdgesOfWhatItMaySay(String field, String value) {
    assertThat(declared(field, value)).isNotNull();
  }

  /** The message is for the log. */
  @Test
  void isRefusedWithoutAWordOfItsSecret() {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> declared("secret", "hunter2"))
        .withMessage("signet.clients.shop.secret is wrong: expected at least 32 characters.")
        .withNoCause();
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> declared("secret-hash", "hunter2"))
        .withMessage(
            "signet.clients.shop.secret-hash is wrong: expected sha256: and 64 hexadecimal digits"
                + " in lower case.");
  }

  @Test
  void saysWhichMethodsThereAreByTheNamesThatItMayUse() {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> declared("auth-methods", "tls_client_auth"))
        .withMessage(
            "signet.clients.shop.auth-methods is wrong: expected some of [none,"
                + " client_secret_basic, client_secret_post, private_key_jwt].");
  }

  @Test
  void isRefusedWhereItContradictsItself() {
    refuse("auth-methods", "auth-methods", "none,private_key_jwt", "jwks", TestClients.JWKS);
    refuse("secret", "secret", SECRET, "auth-methods", "none");
    refuse("secret", "auth-methods", "client_secret_basic");
    refuse("secret", "secret", SECRET, "secret-hash", "sha256:" + DIGEST);
    refuse("secret", "secret", SECRET, "jwks", TestClients.JWKS, "auth-methods", "private_key_jwt");
    refuse("jwks", "auth-methods", "private_key_jwt");
    refuse(
        "jwks", "secret", SECRET, "jwks", TestClients.JWKS, "auth-methods", "client_secret_post");
    refuse("grants", "grants", "authorization_code,client_credentials");
    refuse("pkce", "pkce", "false");
    refuse("redirect-uris", "redirect-uris", "", "grants", "authorization_code");
    refuse("redirect-uris", "grants", "client_credentials", "secret", SECRET);
    refuse("grants", "redirect-uris", "");
  }

  /** Whoever has nothing to show may have nothing. */
  @Test
  void ofNothingButANameIsRefused() {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(
            () -> new ClientDeclaration("x", Map.of(ClientField.NAME, "X"), DEFAULTS).client())
        .withMessageStartingWith("signet.clients.x.grants is wrong:");
  }
}
