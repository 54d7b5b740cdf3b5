package org.mf4j.layers;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mf4j.summaries.Summary;
import org.mf4j.summaries.SummaryOptions;
import org.nd4j.shade.jackson.core.JsonGenerator;
import org.nd4j.shade.jackson.core.JsonParser;
import org.nd4j.shade.jackson.databind.DeserializationContext;
import org.nd4j.shade.jackson.databind.JsonDeserializer;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.JsonSerializer;
import org.nd4j.shade.jackson.databind.SerializerProvider;

/**
 * The summaries in the JSON and YAML of a network's configuration: the class of every record and
 * its components, so that a summary written elsewhere is saved like ours. Reading calls the
 * record's constructor, and so its checks.
 */
final class SummaryOptionsJson {
  private static final String CLASS = "class";

  private SummaryOptionsJson() {}

  /** Writes what {@link Reader} reads. */
  static final class Writer extends JsonSerializer<SummaryOptions> {
    @Override
    public void serialize(SummaryOptions options, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeStartObject();
      json.writeNumberField("washout", options.washout());
      json.writeBooleanField("includeInput", options.includeInput());
      json.writeArrayFieldStart("summaries");
      for (Summary summary : options.summaries()) {
        write(summary, json);
      }
      json.writeEndArray();
      json.writeEndObject();
    }

    private static void write(Summary summary, JsonGenerator json) throws IOException {
      json.writeStartObject();
      json.writeStringField(CLASS, summary.getClass().getName());
      for (RecordComponent component : components(summary.getClass())) {
        json.writeObjectField(component.getName(), valueOf(component, summary));
      }
      json.writeEndObject();
    }

    private static Object valueOf(RecordComponent component, Summary summary) throws IOException {
      try {
        component.getAccessor().setAccessible(true);
        return component.getAccessor().invoke(summary);
      } catch (ReflectiveOperationException e) {
        throw new IOException(component + " of " + summary + " cannot be read", e);
      }
    }
  }

  /** Reads what {@link Writer} writes. */
  static final class Reader extends JsonDeserializer<SummaryOptions> {
    @Override
    public SummaryOptions deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      JsonNode json = parser.getCodec().readTree(parser);
      List<Summary> summaries = new ArrayList<>();
      for (JsonNode summary : json.get("summaries")) {
        summaries.add(read(summary, parser));
      }
      return new SummaryOptions(
          summaries, json.get("washout").asInt(), json.get("includeInput").asBoolean());
    }

    private static Summary read(JsonNode json, JsonParser parser) throws IOException {
      Class<? extends Summary> type = summaryClass(json.get(CLASS).asText());
      RecordComponent[] components = components(type);
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Object[] values = new Object[components.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = parser.getCodec().treeToValue(json.get(components[i].getName()), types[i]);
      }
      try {
        var constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
      } catch (ReflectiveOperationException e) {
        throw new IOException("summary " + type.getName() + " cannot be made of " + json, e);
      }
    }

    /** Looks before it loads: a file must not run the code of any other class. */
    private static Class<? extends Summary> summaryClass(String name) throws IOException {
      try {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return Class.forName(name, false, loader).asSubclass(Summary.class);
      } catch (ClassNotFoundException | ClassCastException e) {
        throw new IOException(name + " is no summary on the class path", e);
      }
    }
  }

  private static RecordComponent[] components(Class<?> type) throws IOException {
    if (!type.isRecord()) {
      throw new IOException(type.getName() + ": only a summary that is a record can be saved");
    }
    return type.getRecordComponents();
  }
}
