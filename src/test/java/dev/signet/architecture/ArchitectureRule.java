package dev.signet.architecture;

import com.tngtech.archunit.lang.ArchRule;
import dev.signet.planted.account.AccountTable;
import dev.signet.planted.account.AccountTables;
import dev.signet.planted.account.ForgetsRefusals;
import dev.signet.planted.account.RollsBackOnRefusals;
import dev.signet.planted.admin.Thirteenth;
import dev.signet.planted.assertion.SeesAClientsPrivateKey;
import dev.signet.planted.audit.KnowsClient;
import dev.signet.planted.client.KnowsAudit;
import dev.signet.planted.grant.IsExceptedInVain;
import dev.signet.planted.health.HasNoPackageInfo;
import dev.signet.planted.login.ForAnyoneResource;
import dev.signet.planted.login.InheritsItsSixth;
import dev.signet.planted.login.InjectsSix;
import dev.signet.planted.login.KnowsAnotherFlow;
import dev.signet.planted.login.LocatorController;
import dev.signet.planted.login.PathController;
import dev.signet.planted.mail.Names;
import dev.signet.planted.nowhere.StandsInNoLevel;
import dev.signet.planted.oidc.IsNotNullMarked;
import dev.signet.planted.problem.KnowsAThing;
import dev.signet.planted.profile.KnowsTheRoot;
import dev.signet.planted.session.Accounts;
import dev.signet.planted.session.ReadsTheTime;
import dev.signet.planted.session.TakesAChance;
import dev.signet.planted.signup.ReturnsAnEntityResource;
import dev.signet.planted.signup.ReturnsEntitiesResource;
import dev.signet.planted.signup.TakesAnEntityResource;
import dev.signet.planted.signup.WritesInAFlow;
import dev.signet.planted.token.AnswersOverRest;
import dev.signet.planted.token.AsksTheServlet;
import dev.signet.planted.token.KnowsAFlow;
import dev.signet.planted.token.ParsesJose;
import dev.signet.planted.token.SeesAKeyPair;
import dev.signet.planted.token.SeesAPrivateKey;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The rules of the house, each with the planted classes that break it: no rule without a proof. */
@SuppressWarnings("ImmutableEnumChecker")
enum ArchitectureRule {
  PACKAGES_FORM_NO_CYCLE(PackageRules::noCycle, KnowsClient.class, KnowsAudit.class),
  REQUESTS_TRAVEL_DOWNWARDS(
      PackageRules::downwards,
      KnowsAThing.class,
      KnowsAFlow.class,
      KnowsTheRoot.class,
      StandsInNoLevel.class),
  FLOWS_DO_NOT_KNOW_EACH_OTHER(PackageRules::notSideways, KnowsAnotherFlow.class),
  ONLY_SURFACES_HAVE_A_PATH(
      tree -> SurfaceRules.path(), PathController.class, LocatorController.class),
  ONLY_THE_PLURAL_OF_AN_ENTITY_SEES_AN_ENTITY_MANAGER(
      tree -> PersistenceRules.plurals(), AccountTable.class, AccountTables.class, Accounts.class),
  NO_ENTITY_TRAVELS_OVER_HTTP(
      tree -> SurfaceRules.noEntity(),
      ReturnsAnEntityResource.class,
      ReturnsEntitiesResource.class,
      TakesAnEntityResource.class),
  A_REFUSAL_COMMITS(
      PersistenceRules::refusalsCommit,
      ForgetsRefusals.class,
      RollsBackOnRefusals.class,
      WritesInAFlow.class),
  TIME_AND_CHANCE_COME_FROM_PLATFORM(
      ClassRules::timeAndChance, ReadsTheTime.class, TakesAChance.class),
  EVERY_PACKAGE_IS_NULL_MARKED(
      tree -> PackageRules.nullMarked(), HasNoPackageInfo.class, IsNotNullMarked.class),
  EVERY_NAME_SAYS_SOMETHING(
      tree -> ClassRules.names(),
      Names.MailUtil.class,
      Names.MailUtils.class,
      Names.MailHelper.class,
      Names.MailManager.class,
      Names.MailImpl.class,
      Names.MailService.class,
      Names.MailBase.class),
  BEANS_ARE_THIN(tree -> ClassRules.thinBeans(), InjectsSix.class, InheritsItsSixth.class),
  ONLY_KEY_SEES_PRIVATE_KEYS(
      ClassRules::privateKeys,
      SeesAPrivateKey.class,
      SeesAKeyPair.class,
      SeesAClientsPrivateKey.class),
  ONLY_KEY_AND_ASSERTION_SEE_THE_JOSE_LIBRARY(ClassRules::jose, ParsesJose.class),
  THINGS_DO_NOT_SPEAK_HTTP(
      SurfaceRules::thingsWithoutHttp, AnswersOverRest.class, AsksTheServlet.class),
  PACKAGES_ARE_SMALL(PackageRules::small, Thirteenth.class, IsExceptedInVain.class),
  EVERY_RESOURCE_METHOD_SAYS_WHO_MAY_CALL_IT(
      tree -> SurfaceRules.access(), ForAnyoneResource.class);

  private final Function<Tree, ArchRule> rule;
  private final List<Class<?>> planted;

  ArchitectureRule(Function<Tree, ArchRule> rule, Class<?> planted, Class<?>... more) {
    this.rule = rule;
    this.planted = Stream.concat(Stream.<Class<?>>of(planted), Stream.of(more)).toList();
  }

  ArchRule in(Tree tree) {
    return rule.apply(tree);
  }

  List<Class<?>> planted() {
    return planted;
  }
}
