package rhapsode.network.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rhapsode.network.NativeThreads;

@Timeout(30)
class ThreadTeamTest {
  private ThreadTeam team = ThreadTeam.shared();

  @BeforeEach
  void threeThreads() {
    ThreadTeam.resize(3);
    team = ThreadTeam.shared();
  }

  @AfterAll
  static void allThreads() {
    NativeThreads.use(Runtime.getRuntime().availableProcessors());
  }

  @Test
  void eachPartIsDoneOnceByAThreadOfItsOwn() {
    var threads = new CopyOnWriteArrayList<Thread>();
    int[] done = new int[3];
    team.run(
        (part, parts) -> {
          assertEquals(3, parts);
          threads.add(Thread.currentThread());
          done[part]++;
        });
    assertArrayEquals(new int[] {1, 1, 1}, done);
    assertEquals(3, threads.stream().distinct().count());
    assertTrue(threads.contains(Thread.currentThread()));
  }

  @Test
  void afterABarrierEachPartSeesWhatAllPartsWroteBeforeIt() {
    int rounds = 500;
    int[] written = new int[3];
    int[] sums = new int[3];
    team.run(
        (part, parts) -> {
          for (int round = 1; round <= rounds; round++) {
            written[part] = round;
            team.barrier(parts);
            if (Arrays.stream(written).sum() == parts * round) {
              sums[part]++;
            }
            team.barrier(parts); // nobody writes while another one still reads
          }
        });
    assertArrayEquals(new int[] {rounds, rounds, rounds}, sums);
  }

  @Test
  void theCallerSeesWhatAllPartsWrote() {
    int[] written = new int[3];
    for (int round = 1; round <= 500; round++) {
      int now = round;
      team.run((part, parts) -> written[part] = now);
      assertArrayEquals(new int[] {now, now, now}, written);
    }
  }

  @Test
  void aFailingPartIsReportedWithItsOwnExceptionAndTheTeamWorksAfterwards() {
    for (int failing = 0; failing < 3; failing++) {
      int bad = failing;
      var fault = new UnsupportedOperationException("part " + bad);
      var reported =
          assertThrows(
              RuntimeException.class,
              () ->
                  team.run(
                      (part, parts) -> {
                        team.barrier(parts);
                        if (part == bad) {
                          throw fault;
                        }
                        team.barrier(parts); // the others wait for it here, in vain
                      }));
      assertSame(fault, reported);
      eachPartIsDoneOnceByAThreadOfItsOwn();
      afterABarrierEachPartSeesWhatAllPartsWroteBeforeIt();
    }
  }

  @Test
  void anErrorOfAHelperIsTheCauseOfWhatTheCallerGets() {
    var fault = new StackOverflowError("too deep");
    var reported =
        assertThrows(
            IllegalStateException.class,
            () ->
                team.run(
                    (part, parts) -> {
                      if (part == 1) {
                        throw fault;
                      }
                    }));
    assertSame(fault, reported.getCause());
  }

  @Test
  void workWithinWorkIsDoneAlone() {
    List<Integer> inner = new CopyOnWriteArrayList<>();
    team.run((part, parts) -> team.run((innerPart, innerParts) -> inner.add(innerParts)));
    assertEquals(Collections.nCopies(3, 1), inner);
  }

  @Test
  void whoeverFindsTheTeamBusyWorksAlone() throws InterruptedException, ExecutionException {
    var begun = new CountDownLatch(3);
    var end = new CountDownLatch(1);
    var executor = Executors.newSingleThreadExecutor();
    try {
      Future<?> first =
          executor.submit(
              () ->
                  team.run(
                      (part, parts) -> {
                        begun.countDown();
                        await(end);
                      }));
      assertTrue(begun.await(20, TimeUnit.SECONDS));
      var seen = new AtomicInteger();
      team.run((part, parts) -> seen.addAndGet(parts));
      assertEquals(1, seen.get());
      end.countDown();
      first.get();
    } finally {
      end.countDown();
      executor.shutdown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void manyCallersGetTheirOwnWorkDone() throws InterruptedException, ExecutionException {
    var executor = Executors.newFixedThreadPool(4);
    try {
      List<Future<Integer>> totals =
          Collections.nCopies(4, 0).stream().map(i -> executor.submit(this::countTo500)).toList();
      for (Future<Integer> total : totals) {
        assertEquals(500, total.get());
      }
    } finally {
      executor.shutdown();
    }
  }

  private int countTo500() {
    int total = 0;
    for (int round = 0; round < 500; round++) {
      var shares = new AtomicInteger();
      team.run((part, parts) -> shares.addAndGet(6 / parts));
      total += shares.get() / 6;
    }
    return total;
  }

  @Test
  void resizingWhileIdleGivesATeamOfThatSize() {
    for (int size : new int[] {1, 4, 2, 2, 3}) {
      ThreadTeam.resize(size);
      var parts = new AtomicInteger();
      ThreadTeam.shared().run((part, all) -> parts.incrementAndGet());
      assertEquals(size, parts.get());
      assertEquals(size, ThreadTeam.shared().size());
    }
  }

  @Test
  void aTeamThatWasReplacedLetsItsCallerWorkAlone() {
    ThreadTeam old = team;
    ThreadTeam.resize(2);
    var seen = new AtomicInteger();
    old.run(
        (part, parts) -> {
          old.barrier(parts);
          seen.addAndGet(parts);
        });
    assertEquals(1, seen.get());
  }
}
