package org.mf4j.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.nd4j.linalg.factory.Nd4j;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engines of one layer: the one that was asked for, or under {@link Engine#AUTO} the best for
 * each call. The first time that AUTO takes an engine for a kind of network it says so, and why, at
 * level INFO.
 */
public final class EngineChoice {
  /**
   * System property for CUDA: {@code auto}, the default, takes it for what its provider claims;
   * {@code off} never looks at it; {@code required} makes AUTO take it for everything, and refuse
   * where it cannot run.
   */
  public static final String CUDA_PROPERTY = "org.mf4j.cuda";

  private static final Logger LOG = LoggerFactory.getLogger(EngineChoice.class);
  private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

  private final EngineRequest layer;
  private final boolean auto;
  private final EngineProvider fallback;
  private final List<EngineProvider> claimants = new ArrayList<>();
  private final StringBuilder obstacles = new StringBuilder();
  private final Map<Engine, SequenceEngine> engines = new EnumMap<>(Engine.class);

  /** The providers on the class path, looked up once; of two for the same engine the first. */
  private static final class Found {
    static final Map<Engine, EngineProvider> PROVIDERS = new EnumMap<>(Engine.class);

    static {
      ServiceLoader.load(EngineProvider.class, EngineProvider.class.getClassLoader())
          .forEach(provider -> PROVIDERS.putIfAbsent(provider.engine(), provider));
    }
  }

  /**
   * Looks for the engines of a layer; none is made before it is used.
   *
   * @param asked what the layer's configuration says
   * @param layer the layer
   * @throws IllegalArgumentException if the engine that was asked for is not there or cannot run
   *     the layer, or {@value #CUDA_PROPERTY} has another value than those above
   */
  public EngineChoice(Engine asked, EngineRequest layer) {
    this(asked, layer, Found.PROVIDERS, System.getProperty(CUDA_PROPERTY, "auto"));
  }

  EngineChoice(
      Engine asked, EngineRequest layer, Map<Engine, EngineProvider> providers, String cuda) {
    if (!Set.of("auto", "off", "required").contains(cuda)) {
      throw new IllegalArgumentException(
          CUDA_PROPERTY + " = " + cuda + ": must be auto, off or required");
    }
    this.layer = layer;
    this.auto = asked == Engine.AUTO;
    Map<Engine, EngineProvider> allowed = new EnumMap<>(providers);
    if (cuda.equals("off")) {
      allowed.remove(Engine.CUDA);
    }
    if (!auto) {
      this.fallback = require(asked, allowed, cuda);
    } else if (cuda.equals("required")) {
      this.fallback = require(Engine.CUDA, allowed, cuda);
    } else {
      this.fallback =
          obstacle(allowed.get(Engine.FUSED)).isEmpty()
              ? allowed.get(Engine.FUSED)
              : allowed.get(Engine.SAMEDIFF);
      allowed.values().forEach(this::considerForClaims);
    }
  }

  private EngineProvider require(
      Engine engine, Map<Engine, EngineProvider> providers, String cuda) {
    EngineProvider provider = providers.get(engine);
    if (provider == null) {
      String module = "mf-" + engine.name().toLowerCase(Locale.ROOT);
      throw refusal(
          engine,
          cuda.equals("off")
              ? "the system property " + CUDA_PROPERTY + " switches it off"
              : "its module " + module + " is missing on the class path");
    }
    obstacle(provider)
        .ifPresent(
            why -> {
              throw refusal(engine, why);
            });
    return provider;
  }

  private IllegalArgumentException refusal(Engine engine, String why) {
    String remedy = auto ? "set " + CUDA_PROPERTY + " to auto" : "use AUTO or SAMEDIFF";
    return new IllegalArgumentException("engine = " + engine + ": " + why + "; " + remedy);
  }

  private Optional<String> obstacle(EngineProvider provider) {
    return provider.obstacle(layer);
  }

  private void considerForClaims(EngineProvider provider) {
    if (provider.engine() == Engine.FUSED || provider.engine() == Engine.SAMEDIFF) {
      return;
    }
    obstacle(provider)
        .ifPresentOrElse(
            why -> obstacles.append("; ").append(provider.engine()).append(": ").append(why),
            () -> claimants.add(provider));
  }

  /**
   * The engine for a call.
   *
   * @param work the size of the call
   * @return the engine; the same for the same work
   */
  public SequenceEngine of(Work work) {
    for (EngineProvider provider : claimants) {
      Optional<String> claim = provider.claim(layer, work);
      if (claim.isPresent()) {
        return made(provider, "; " + claim.get());
      }
    }
    return made(fallback, obstacles.toString());
  }

  private SequenceEngine made(EngineProvider provider, String why) {
    SequenceEngine engine = engines.get(provider.engine());
    if (engine == null) {
      engine = provider.create(layer);
      engines.put(provider.engine(), engine);
      if (auto) {
        say(provider.engine(), why);
      }
    }
    return engine;
  }

  private void say(Engine engine, String why) {
    String network = layer.dataType() + " network on a " + backend() + " backend";
    if (SAID.add(engine + network)) {
      LOG.info("engine AUTO is {} for a {}{}", engine, network, why);
    }
  }

  /** {@return "CPU" or "GPU", where ND4J computes} */
  public static String backend() {
    return Nd4j.getEnvironment().isCPU() ? "CPU" : "GPU";
  }
}
