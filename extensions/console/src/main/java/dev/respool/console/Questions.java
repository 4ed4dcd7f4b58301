package dev.respool.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.respool.inspect.FramePicture;
import dev.respool.inspect.InspectableLoop;
import dev.respool.inspect.Inspection;
import dev.respool.inspect.InspectionOptions;
import dev.respool.inspect.JsonWriter;
import dev.respool.inspect.LoopPicture;
import dev.respool.inspect.LoopStatus;
import dev.respool.inspect.LoopSteps;
import dev.respool.inspect.TaskFilter;
import dev.respool.inspect.TaskPicture;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** What a page asks now and then: the stack of one task, or a search among all. */
final class Questions implements HttpHandler {
  private static final int FOUND = 500; // tasks of a search
  private static final InspectionOptions DETAIL =
      InspectionOptions.standard()
          .withMaxTasks(1)
          .withMaxFrames(200)
          .withMaxText(2000)
          .withTimeLimit(Duration.ofSeconds(2));
  private static final InspectionOptions SEARCH =
      InspectionOptions.standard()
          .withMaxTasks(FOUND)
          .withMaxFrames(Row.FRAMES)
          .withLocals(false)
          .withCallToString(false)
          .withTimeLimit(Duration.ofSeconds(30));

  private final ConsoleOptions options;
  private final Semaphore searches = new Semaphore(1);

  Questions(ConsoleOptions options) {
    this.options = options;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    Question question = Question.of(exchange);
    switch (exchange.getRequestURI().getPath()) {
      case "/api/hello" -> Answer.json(exchange, "{}");
      case "/api/task" -> task(exchange, question);
      case "/api/search" -> search(exchange, question);
      case "/api/pause" -> steps(exchange, question, LoopSteps::pause);
      case "/api/step" -> steps(exchange, question, LoopSteps::step);
      case "/api/resume" -> steps(exchange, question, LoopSteps::resume);
      default -> Answer.text(exchange, 404, "The console does not know this question.");
    }
  }

  private void task(HttpExchange exchange, Question question) throws IOException {
    InspectableLoop loop = loop(question.number("loop"));
    if (loop == null) {
      Answer.text(exchange, 404, "There is no such loop any more.");
      return;
    }
    long id = question.number("id");
    LoopPicture picture = loop.inspect(DETAIL, TaskFilter.ids(each -> each == id));
    if (picture.status() == LoopStatus.BUSY) {
      Answer.text(exchange, 409, "The loop does not answer: a task keeps it. See Slow slices.");
    } else if (picture.status() == LoopStatus.NOT_RUN) {
      Answer.text(exchange, 409, "Nobody runs the loop at present.");
    } else if (picture.tasks().isEmpty()) {
      Answer.text(exchange, 404, "The task has ended.");
    } else {
      Answer.json(exchange, detail(picture, picture.tasks().get(0)));
    }
  }

  /** Changes how a loop runs; the guard has seen that the page itself asks. */
  private static void steps(HttpExchange exchange, Question question, Consumer<LoopSteps> action)
      throws IOException {
    InspectableLoop loop = loop(question.number("loop"));
    if (!exchange.getRequestMethod().equals("POST")) {
      Answer.text(exchange, 405, "This changes how a loop runs, so it needs a POST.");
    } else if (loop == null || loop.steps() == null) {
      Answer.text(exchange, 404, "There is no such loop that can be halted.");
    } else {
      action.accept(loop.steps());
      Answer.json(exchange, "{}");
    }
  }

  private static InspectableLoop loop(long number) {
    return Inspection.loops().stream()
        .filter(loop -> loop.number() == number)
        .findFirst()
        .orElse(null);
  }

  private String detail(LoopPicture picture, TaskPicture task) {
    JsonWriter json = new JsonWriter();
    json.object(
        () -> {
          json.name("row");
          StateJson.write(json, Row.of(task, picture.time().toEpochMilli()));
          json.name("body").value(task.body());
          json.name("frames").array(task.stack().frames(), frame -> write(json, frame));
          json.name("allFrames").value(task.stack().complete());
        });
    return json.toString();
  }

  private void write(JsonWriter json, FramePicture frame) {
    StackTraceElement element = frame.element();
    json.object(
        () -> {
          json.name("class").value(element.getClassName());
          json.name("method").value(element.getMethodName());
          json.name("file").value(element.getFileName());
          json.name("line").value(element.getLineNumber());
          json.name("locals")
              .array(
                  frame.locals(),
                  local ->
                      json.object(
                          () -> {
                            json.name("name").value(local.name());
                            json.name("type").value(local.type());
                            json.name("value").value(options.locals() ? local.value() : "hidden");
                          }));
        });
  }

  /** One at a time, because it reads all tasks. */
  private void search(HttpExchange exchange, Question question) throws IOException {
    if (!searches.tryAcquire()) {
      Answer.text(exchange, 429, "Another search is going on. Try again in a moment.");
      return;
    }
    String found;
    try {
      found = found(Search.of(question));
    } finally {
      searches.release(); // before the answer, after which the next search may come at once
    }
    Answer.json(exchange, found);
  }

  private static String found(Search search) {
    List<LoopPicture> pictures = new ArrayList<>();
    for (InspectableLoop loop : Inspection.loops()) {
      pictures.add(loop.inspect(SEARCH, search.filter()));
    }
    JsonWriter json = new JsonWriter();
    json.object(
        () -> {
          json.name("time").value(System.currentTimeMillis());
          json.name("looked").value(pictures.stream().mapToLong(p -> p.counts().live()).sum());
          json.name("complete").value(pictures.stream().allMatch(LoopPicture::complete));
          json.name("rows");
          json.array(
              pictures.stream().flatMap(p -> p.tasks().stream().map(t -> new Found(p, t))).toList(),
              found -> StateJson.write(json, found.row(), found.loop()));
        });
    return json.toString();
  }

  /** A task of a loop. */
  private record Found(LoopPicture picture, TaskPicture task) {
    Row row() {
      return Row.of(task, picture.time().toEpochMilli());
    }

    long loop() {
      return picture.number();
    }
  }
}
