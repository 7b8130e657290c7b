import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.genai.Chat;
import com.google.genai.Client;
import com.google.genai.ResponseStream;
import com.google.genai.errors.ApiException;
import com.google.genai.types.Content;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.GenerateContentResponsePromptFeedback;
import com.google.genai.types.ImageConfig;
import com.google.genai.types.ListModelsConfig;
import com.google.genai.types.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Google's SDK for Java as its documentation teaches it; base URL and key come from the environment. */
public class Conformance {
  static final String MODEL = System.getenv("MODEL");
  static final String APPLE = "a red apple on a table";
  static final Client client = new Client();

  final Map<String, Object> seen = new LinkedHashMap<>();
  final List<String> pictures = new ArrayList<>();
  String text = "";

  interface Work {
    void of(Conformance report) throws Exception;
  }

  public static void main(String[] arguments) throws Exception {
    run("text to picture", r -> r.got(draw(APPLE, null)));
    run("editing a picture", r -> r.got(draw(Content.fromParts(cat(), Part.fromText("make the cat blue")))));
    run("chat of three turns", r -> {
      Chat chat = client.chats.create(MODEL);
      for (String words : List.of("a cat", "make it blue", "add a hat")) {
        r.got(chat.sendMessage(words));
      }
    });
    run("two reference pictures", r ->
        r.got(draw(Content.fromParts(cat(), hat(), Part.fromText("the cat wears the hat")))));
    run("aspect ratio and 4K", r -> {
      ImageConfig image = ImageConfig.builder().aspectRatio("16:9").imageSize("4K").build();
      r.got(draw(APPLE, GenerateContentConfig.builder().imageConfig(image).build()));
    });
    run("picture only", r ->
        r.got(draw(APPLE, GenerateContentConfig.builder().responseModalities("IMAGE").build())));
    run("text with picture", r ->
        r.got(draw(APPLE, GenerateContentConfig.builder().responseModalities("TEXT", "IMAGE").build())));
    run("streaming", r -> {
      try (ResponseStream<GenerateContentResponse> stream =
          client.models.generateContentStream(MODEL, APPLE, null)) {
        for (GenerateContentResponse chunk : stream) {
          r.got(chunk);
        }
      }
    });
    run("refused in review", r -> {
      GenerateContentResponsePromptFeedback feedback = askWith("KEY_REVIEW", MODEL).promptFeedback().get();
      r.seen.put("reason", feedback.blockReason().get().toString());
      r.seen.put("said", feedback.blockReasonMessage().orElse(""));
    });
    run("refused while drawing", r -> {
      GenerateContentResponse answer = askWith("KEY_GENERATION", MODEL);
      r.seen.put("reason", answer.finishReason().toString());
      r.seen.put("said", answer.promptFeedback().flatMap(feedback -> feedback.blockReasonMessage()).orElse(""));
    });
    run("words instead", r -> r.got(askWith("KEY_REPLY", MODEL)));
    run("unknown model", r -> r.failed("KEY", "no-such-model"));
    run("wrong key", r -> r.failed("KEY_WRONG", MODEL));
    run("model list", r -> {
      List<String> names = new ArrayList<>();
      client.models.list(ListModelsConfig.builder().build()).forEach(model -> names.add(model.name().get()));
      r.seen.put("models", names);
    });
    run("count tokens", r -> r.seen.put("tokens", client.models.countTokens(MODEL, APPLE, null).totalTokens().get()));
    run("a picture by Clay", r -> r.got(client.models.generateContent("clay", APPLE, null)));
  }

  static GenerateContentResponse draw(String prompt, GenerateContentConfig config) {
    return client.models.generateContent(MODEL, prompt, config);
  }

  static GenerateContentResponse draw(Content content) {
    return client.models.generateContent(MODEL, content, null);
  }

  static GenerateContentResponse askWith(String key, String model) {
    try (Client other = Client.builder().apiKey(System.getenv(key)).build()) {
      return other.models.generateContent(model, APPLE, null);
    }
  }

  static Part cat() throws Exception {
    return Part.fromBytes(stored("cat.png"), "image/png");
  }

  static Part hat() throws Exception {
    return Part.fromBytes(stored("hat.jpg"), "image/jpeg");
  }

  static byte[] stored(String name) throws Exception {
    return Files.readAllBytes(Path.of(System.getenv("CONFORMANCE_PICTURES"), name));
  }

  void got(GenerateContentResponse answer) throws Exception {
    for (Part part : answer.parts()) {
      if (part.inlineData().isPresent()) {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(part.inlineData().get().data().get());
        pictures.add(HexFormat.of().formatHex(hash));
      }
      text += part.text().orElse("");
    }
  }

  void failed(String key, String model) {
    try {
      askWith(key, model);
    } catch (ApiException error) {
      seen.putAll(Map.of("status", error.code(), "code", error.status()));
      return;
    }
    throw new AssertionError("no error");
  }

  static void run(String ability, Work work) throws Exception {
    Conformance report = new Conformance();
    Map<String, Object> line = new LinkedHashMap<>(Map.of("ability", ability, "ok", true));
    try {
      work.of(report);
      line.putAll(Map.of("pictures", report.pictures, "text", report.text, "seen", report.seen));
    } catch (Exception | AssertionError error) {
      line.putAll(Map.of("ok", false, "error", error.toString()));
    }
    System.out.println(new ObjectMapper().writeValueAsString(line));
  }
}
