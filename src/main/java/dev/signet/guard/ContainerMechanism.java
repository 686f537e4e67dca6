package dev.signet.guard;

import dev.signet.key.SigningKeys;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.spi.AlterableContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import java.util.List;

/**
 * The MicroProfile JWT mechanism that the container brings, which ours stands in for, kept up to
 * date with our keys.
 *
 * <p>WildFly reads the public keys once and Payara every five minutes, each into beans of its own.
 * When the keys have changed, those beans are ended by their scope ({@link
 * AlterableContext#destroy}) and their successors read the keys again; requests that run meanwhile
 * finish with the old ones.
 */
@ApplicationScoped
class ContainerMechanism {

  private static final System.Logger LOG = System.getLogger(ContainerMechanism.class.getName());

  /** The types of the beans that remember keys, each before those that were made from it. */
  private static final List<String> KEY_HOLDERS =
      List.of(
          "io.smallrye.jwt.auth.principal.JWTAuthContextInfo",
          "io.smallrye.jwt.auth.cdi.JWTCallerPrincipalFactoryProducer",
          "io.smallrye.jwt.auth.principal.JWTParser",
          "fish.payara.microprofile.jwtauth.eesecurity.SignedJWTIdentityStore");

  @Inject BeanManager beans;
  @Inject SigningKeys keys;

  private HttpAuthenticationMechanism mechanism;
  private List<Bean<?>> keyHolders;
  private volatile int keysKnown;

  @PostConstruct
  void find() {
    Bean<?> bean =
        beans.getBeans(HttpAuthenticationMechanism.class, Any.Literal.INSTANCE).stream()
            .filter(candidate -> candidate.getBeanClass() != BearerMechanism.class)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("This server has no MicroProfile JWT"));
    mechanism = (HttpAuthenticationMechanism) reference(bean, HttpAuthenticationMechanism.class);
    keyHolders = KEY_HOLDERS.stream().flatMap(type -> ofType(type).stream()).toList();
    if (keyHolders.isEmpty()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "This server is unknown: restart it after two rotations of the signing key");
    }
  }

  /** The mechanism; it knows every key that we sign with. */
  HttpAuthenticationMechanism withLatestKeys() {
    if (keysKnown != keys.changes()) {
      learnKeys();
    }
    return mechanism;
  }

  /**
   * Made before and after, so that no bean which was on its way with the old keys is left behind.
   */
  private synchronized void learnKeys() {
    int latest = keys.changes();
    if (keysKnown != latest) {
      AlterableContext scope = (AlterableContext) beans.getContext(ApplicationScoped.class);
      keyHolders.forEach(this::make);
      keyHolders.forEach(scope::destroy);
      keyHolders.forEach(this::make);
      keysKnown = latest;
    }
  }

  private List<Bean<?>> ofType(String type) {
    return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .filter(bean -> bean.getScope() == ApplicationScoped.class)
        .filter(bean -> bean.getTypes().stream().anyMatch(t -> t.getTypeName().equals(type)))
        .<Bean<?>>map(bean -> bean)
        .toList();
  }

  /** A proxy makes its bean when it is first called. */
  private void make(Bean<?> bean) {
    LOG.log(
        System.Logger.Level.DEBUG, "The container keeps keys in " + reference(bean, Object.class));
  }

  private Object reference(Bean<?> bean, Class<?> type) {
    return beans.getReference(bean, type, beans.createCreationalContext(bean));
  }
}
