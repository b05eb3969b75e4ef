package org.yujian.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The database cluster (data directory) on disk. initdb creates it under a temporary name, so that
 * a crash leaves nothing that looks like data. A cluster of another major version of PostgreSQL is
 * refused.
 */
final class Cluster {
  /**
   * Sizes for a small machine, written into postgresql.conf at creation; the operator may change
   * them. Parallel workers are off, as they need more shared memory than the 64 MB of containers.
   */
  private static final List<String> SIZES =
      List.of(
          "shared_buffers=128MB",
          "max_connections=60",
          "effective_cache_size=512MB",
          "work_mem=8MB",
          "maintenance_work_mem=64MB",
          "max_wal_size=512MB",
          "max_parallel_workers=0",
          "max_parallel_maintenance_workers=0",
          "max_parallel_workers_per_gather=0");

  private final Installation installation;
  private final DataFolder folder;

  Cluster(Installation installation) {
    this.installation = installation;
    this.folder = installation.folder();
  }

  /** Creates the cluster if there is none, else checks that this version can read it. */
  void prepare() {
    int major = installation.majorVersion();
    try {
      if (Files.exists(folder.cluster())) {
        refuseOtherMajor(major);
        return;
      }
      create();
    } catch (IOException e) {
      throw folder.failure("create the database", e);
    }
  }

  private void refuseOtherMajor(int ours) {
    String theirs = DataFolder.read(folder.cluster().resolve("PG_VERSION")).strip();
    if (!theirs.equals(Integer.toString(ours))) {
      throw new StartupFailure(
          "The data in "
              + folder.cluster()
              + " was written by PostgreSQL "
              + (theirs.isEmpty() ? "of unknown version (PG_VERSION is missing)" : theirs)
              + "; this Yujian brings PostgreSQL "
              + ours
              + ".\nStart the Yujian that wrote it, make a backup there, and restore that here into"
              + " a new data folder. The data was not touched.");
    }
  }

  private void create() throws IOException {
    Path superuserPassword = folder.superuserPassword();
    Path fresh = DataFolder.unfinished(folder.cluster());
    DataFolder.delete(fresh);
    Secret.in(superuserPassword);
    installation.user().own(superuserPassword);
    List<String> arguments = new ArrayList<>(List.of("-D", fresh.toString()));
    arguments.addAll(List.of("-U", RoleAndDatabase.SUPERUSER, "-A", "scram-sha-256"));
    arguments.addAll(List.of("--pwfile=" + superuserPassword, "-E", "UTF8", "--locale=C"));
    arguments.add("--data-checksums");
    SIZES.forEach(size -> arguments.addAll(List.of("--set", size)));
    Tool.Result result = installation.run("initdb", arguments);
    if (result.succeeded()) {
      DataFolder.finish(folder.cluster());
      return;
    }
    boolean full = folder.isFull(result.output());
    DataFolder.delete(fresh);
    if (full) {
      throw folder.diskFull("create the database");
    }
    throw new StartupFailure("PostgreSQL's initdb failed:\n" + result.output().strip());
  }
}
