import com.fasterxml.jackson.databind.ObjectMapper;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonMissing;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.errors.OpenAIServiceException;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionContentPart;
import com.openai.models.chat.completions.ChatCompletionContentPartImage;
import com.openai.models.chat.completions.ChatCompletionContentPartText;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionCreateParams.Modality;
import com.openai.models.chat.completions.ChatCompletionMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** OpenAI's SDK for Java as its documentation teaches it; base URL and key come from the environment. */
public class Conformance {
  static final String MODEL = System.getenv("MODEL");
  static final String APPLE = "a red apple on a table";
  static final Pattern DATA_URI = Pattern.compile("data:image/\\w+;base64,([A-Za-z0-9+/=]++)");
  static final OpenAIClient client = OpenAIOkHttpClient.fromEnv();

  final Map<String, Object> seen = new LinkedHashMap<>();
  final List<String> pictures = new ArrayList<>();
  String text = "";

  interface Work {
    void of(Conformance report) throws Exception;
  }

  public static void main(String[] arguments) throws Exception {
    run("text to picture", r -> r.got(draw(asking(MODEL).addUserMessage(APPLE))));
    run("editing a picture", r -> r.got(draw(asking(MODEL).addUserMessageOfArrayOfContentParts(
        List.of(picture("cat.png", "image/png"), words("make the cat blue"))))));
    run("chat of three turns", r -> {
      ChatCompletionCreateParams.Builder chat = asking(MODEL);
      for (String words : List.of("a cat", "make it blue", "add a hat")) {
        ChatCompletionMessage message = draw(chat.addUserMessage(words));
        chat.addMessage(message);
        r.got(message);
      }
    });
    run("two reference pictures", r -> r.got(draw(asking(MODEL).addUserMessageOfArrayOfContentParts(List.of(
        picture("cat.png", "image/png"), picture("hat.jpg", "image/jpeg"), words("the cat wears the hat"))))));
    run("aspect ratio and 4K", r -> r.got(draw(asking(MODEL).addUserMessage(APPLE).putAdditionalBodyProperty(
        "image_config", JsonValue.from(Map.of("aspect_ratio", "16:9", "image_size", "4K"))))));
    run("picture only", r ->
        r.got(draw(asking(MODEL).addUserMessage(APPLE).addModality(Modality.of("image")))));
    run("text with picture", r ->
        r.got(draw(asking(MODEL).addUserMessage(APPLE).modalities(List.of(Modality.TEXT, Modality.of("image"))))));
    run("streaming", r -> {
      ChatCompletionAccumulator answer = ChatCompletionAccumulator.create();
      try (StreamResponse<ChatCompletionChunk> stream =
          client.chat().completions().createStreaming(asking(MODEL).addUserMessage(APPLE).build())) {
        stream.stream().forEach(answer::accumulate);
      }
      r.got(answer.chatCompletion().choices().get(0).message());
    });
    run("refused in review", r -> r.refused(askWith("KEY_REVIEW", MODEL).choices().get(0)));
    run("refused while drawing", r -> r.refused(askWith("KEY_GENERATION", MODEL).choices().get(0)));
    run("words instead", r -> r.got(askWith("KEY_REPLY", MODEL).choices().get(0).message()));
    run("unknown model", r -> r.failed("KEY", "no-such-model"));
    run("wrong key", r -> r.failed("KEY_WRONG", MODEL));
    run("model list", r -> {
      List<String> names = new ArrayList<>();
      client.models().list().autoPager().forEach(model -> names.add(model.id()));
      r.seen.put("models", names);
    });
    run("a picture by Clay", r -> r.got(draw(asking("clay").addUserMessage(APPLE))));
  }

  static ChatCompletionCreateParams.Builder asking(String model) {
    return ChatCompletionCreateParams.builder().model(model);
  }

  static ChatCompletionMessage draw(ChatCompletionCreateParams.Builder params) {
    return client.chat().completions().create(params.build()).choices().get(0).message();
  }

  static ChatCompletion askWith(String key, String model) {
    OpenAIClient other = OpenAIOkHttpClient.builder().fromEnv().apiKey(System.getenv(key)).build();
    return other.chat().completions().create(asking(model).addUserMessage(APPLE).build());
  }

  static ChatCompletionContentPart words(String text) {
    return ChatCompletionContentPart.ofText(ChatCompletionContentPartText.builder().text(text).build());
  }

  static ChatCompletionContentPart picture(String name, String mediaType) throws Exception {
    byte[] data = Files.readAllBytes(Path.of(System.getenv("CONFORMANCE_PICTURES"), name));
    String url = "data:" + mediaType + ";base64," + Base64.getEncoder().encodeToString(data);
    return ChatCompletionContentPart.ofImageUrl(ChatCompletionContentPartImage.builder()
        .imageUrl(ChatCompletionContentPartImage.ImageUrl.builder().url(url).build())
        .build());
  }

  /** Pictures stand in the content, or, where modalities were asked for, in a field that the SDK does not know. */
  void got(ChatCompletionMessage message) throws Exception {
    String content = message.content().orElse("");
    JsonValue images = message._additionalProperties().getOrDefault("images", JsonMissing.of());
    Matcher found = DATA_URI.matcher(content + images);
    while (found.find()) {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Base64.getDecoder().decode(found.group(1)));
      pictures.add(HexFormat.of().formatHex(hash));
    }
    text += DATA_URI.matcher(content).replaceAll("");
  }

  void refused(ChatCompletion.Choice choice) {
    seen.put("reason", choice.finishReason().toString());
    seen.put("said", choice.message().content().orElse(""));
  }

  void failed(String key, String model) {
    try {
      askWith(key, model);
    } catch (OpenAIServiceException error) {
      seen.putAll(Map.of("status", error.statusCode(), "code", error.code().orElse("")));
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
