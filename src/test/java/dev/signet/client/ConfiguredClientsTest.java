package dev.signet.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signet.platform.CannotStart;
import dev.signet.platform.TestSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredClientsTest {

  private static final String CALLBACK = TestClients.CALLBACK;

  @Test
  void areNoneWhereNobodyNamesOne() {
    assertThat(ConfiguredClients.from(TestSettings.shipped())).isEmpty();
  }

  @Test
  void areAsManyAsThereAreIds() {
    Map<String, RegisteredClient> clients =
        from(
            Map.of(
                "signet.clients.shop.redirect-uris", CALLBACK,
                "signet.clients.shop.name", "The shop",
                "signet.clients.desk.redirect-uris", "https://desk.example/"));

    assertThat(clients).containsOnlyKeys("shop", "desk");
    assertThat(Objects.requireNonNull(clients.get("shop")).id()).isEqualTo("shop");
    assertThat(Objects.requireNonNull(clients.get("shop")).name()).isEqualTo("The shop");
    assertThat(Objects.requireNonNull(clients.get("shop")).addresses().redirects())
        .containsExactly(CALLBACK);
    assertThat(Objects.requireNonNull(clients.get("desk")).name()).isEqualTo("desk");
  }

  @ParameterizedTest
  @CsvSource({
    "SIGNET_CLIENTS_SHOP_REDIRECT_URIS, shop",
    "SIGNET_CLIENTS_MY_SHOP_REDIRECT_URIS, my_shop",
    "SIGNET_CLIENTS_SHOP_2_REDIRECT_URIS, shop_2",
    "signet.clients.my.shop.redirect-uris, my.shop",
    "signet.clients.my_shop.redirect-uris, my_shop",
    "signet.clients.My-Shop.redirect-uris, My-Shop",
    "signet.clients.name.redirect-uris, name",
    "signet.clients.shop.name.redirect-uris, shop.name",
  })
  void areKnownByTheIdThatTheirKeyHas(String key, String id) {
    assertThat(from(Map.of(key, CALLBACK))).containsOnlyKeys(id);
  }

  @Test
  void haveTheLongestFieldThatANameOfTheEnvironmentEndsWith() {
    RegisteredClient shop =
        Objects.requireNonNull(
            from(Map.of(
                    "SIGNET_CLIENTS_SHOP_REDIRECT_URIS",
                    CALLBACK,
                    "SIGNET_CLIENTS_SHOP_POST_LOGOUT_REDIRECT_URIS",
                    "https://shop.example/bye",
                    "SIGNET_CLIENTS_SHOP_SECRET_HASH",
                    "sha256:" + "0a".repeat(32)))
                .get("shop"));

    assertThat(shop.addresses().redirects()).containsExactly(CALLBACK);
    assertThat(shop.addresses().postLogout()).containsExactly("https://shop.example/bye");
    assertThat(shop.proof().secret()).contains(new ClientSecret("0a".repeat(32)));
  }

  @Test
  void areDeclaredInBothWaysAtOnce() {
    assertThat(
            from(
                Map.of(
                    "signet.clients.shop.redirect-uris",
                    CALLBACK,
                    "SIGNET_CLIENTS_SHOP_SECRET",
                    TestClients.SECRET)))
        .hasSize(1)
        .hasEntrySatisfying("shop", shop -> assertThat(shop.isPublic()).isFalse());
  }

  /** Its value is the one that MicroProfile Config has chosen of all sources. */
  @Test
  void goByTheKeyWhereTheEnvironmentSaysTheSameField() {
    RegisteredClient shop =
        Objects.requireNonNull(
            from(Map.of(
                    "signet.clients.shop.redirect-uris", CALLBACK,
                    "SIGNET_CLIENTS_SHOP_REDIRECT_URIS", "https://other.example/",
                    "signet.clients.shop.name", "By key",
                    "SIGNET_CLIENTS_SHOP_NAME", "By environment"))
                .get("shop"));
    assertThat(shop.addresses().redirects()).containsExactly(CALLBACK);
    assertThat(shop.name()).isEqualTo("By key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "signet.clients.shop.redirect-uri",
        "signet.clients.shop.redirect_uris",
        "signet.clients.shop.Name",
        "signet.clients.shop",
        "signet.clients.name",
        "signet.clients..name",
      })
  void areRefusedByAFieldThatThereIsNot(String key) {
    String named = key.equals("signet.clients..name") ? "signet.clients" : key;
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> from(Map.of(key, "hunter2")))
        .withMessageContaining(named)
        .withMessageNotContaining("hunter2");
  }

  @Test
  void sayWhichFieldsThereAre() {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> from(Map.of("SIGNET_CLIENTS_SHOP_URL", "x")))
        .withMessage(
            "signet.clients.shop_url is wrong: expected <client>.<field>, of [access-lifetime,"
                + " audiences, auth-methods, backchannel-logout-uri, consent, grants,"
                + " id-token-lifetime, jwks, name, pkce, post-logout-redirect-uris, redirect-uris,"
                + " scopes, secret, secret-hash, sector].");
  }

  @Test
  void areFoundByTheirIdAndByNothingLikeIt() {
    RegisteredClients clients = TestClients.known(TestClients.web(Map.of("name", "The shop")));

    assertThat(clients.find("web")).isPresent();
    assertThat(clients.find("WEB")).isEmpty();
    assertThat(clients.find("")).isEmpty();
    assertThat(clients.nameOf("web")).isEqualTo("The shop");
    assertThat(clients.nameOf("gone")).isEqualTo("gone");
  }

  private static Map<String, RegisteredClient> from(Map<String, String> settings) {
    return ConfiguredClients.from(TestSettings.with(new HashMap<>(settings)));
  }
}
