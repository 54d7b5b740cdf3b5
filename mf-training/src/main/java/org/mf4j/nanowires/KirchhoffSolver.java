package org.mf4j.nanowires;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.data.DMatrixSparseTriplet;
import org.ejml.interfaces.linsol.LinearSolverSparse;
import org.ejml.ops.DConvertMatrixStruct;
import org.ejml.sparse.FillReducing;
import org.ejml.sparse.csc.factory.LinearSolverFactory_DSCC;
import org.mf4j.nanowires.NanowireGraph.Junction;

/**
 * Kirchhoff's current law: the voltages of the free nodes with sum_j G_ij (V_i - V_j) = 0, given
 * those of the electrodes. The matrix is symmetric and positive definite; a sparse Cholesky
 * decomposition (EJML) solves it. Its pattern never changes, so it is analysed once; nodes are
 * eliminated in the reverse Cuthill-McKee order (George, 1971), which keeps the factor narrow.
 */
final class KirchhoffSolver {
  private static final int ELECTRODE = -1;

  private final List<Junction> junctions;
  private final int[] order;
  private final int[] position;
  private final DMatrixSparseCSC matrix;
  private final int[][] entries;
  private final LinearSolverSparse<DMatrixSparseCSC, DMatrixRMaj> solver;
  private final DMatrixRMaj currents;
  private final DMatrixRMaj solution;
  private boolean analysed;

  /**
   * A solver.
   *
   * @param graph which nodes are joined
   * @param electrodes the nodes whose voltages are given, at least one
   */
  KirchhoffSolver(NanowireGraph graph, int... electrodes) {
    this.junctions = graph.junctions();
    this.position = new int[graph.nodes().size()];
    this.order = order(graph, electrodes);
    Arrays.fill(position, ELECTRODE);
    for (int i = 0; i < order.length; i++) {
      position[order[i]] = i;
    }
    this.matrix = pattern();
    this.entries = junctions.stream().map(this::entriesOf).toArray(int[][]::new);
    this.solver = LinearSolverFactory_DSCC.cholesky(FillReducing.NONE);
    this.currents = new DMatrixRMaj(order.length, 1);
    this.solution = new DMatrixRMaj(order.length, 1);
  }

  private static int[] order(NanowireGraph graph, int... electrodes) {
    boolean[] given = new boolean[graph.nodes().size()];
    Arrays.stream(electrodes).forEach(node -> given[node] = true);
    List<List<Integer>> neighbours = graph.neighbours();
    // A node at an end of the network: the last that a search from any node reaches.
    int[] fromFirst = NanowireGraph.reachable(0, neighbours);
    int[] order = NanowireGraph.reachable(fromFirst[fromFirst.length - 1], neighbours);
    int[] free = Arrays.stream(order).filter(node -> !given[node]).toArray();
    for (int i = 0; i < free.length / 2; i++) {
      int swapped = free[i];
      free[i] = free[free.length - 1 - i];
      free[free.length - 1 - i] = swapped;
    }
    return free;
  }

  private DMatrixSparseCSC pattern() {
    int n = order.length;
    DMatrixSparseTriplet triplets = new DMatrixSparseTriplet(n, n, n + 2 * junctions.size());
    for (int i = 0; i < n; i++) {
      triplets.addItem(i, i, 1);
    }
    for (Junction junction : junctions) {
      int i = position[junction.from()];
      int j = position[junction.to()];
      if (i >= 0 && j >= 0) {
        triplets.addItem(i, j, 1);
        triplets.addItem(j, i, 1);
      }
    }
    DMatrixSparseCSC converted = DConvertMatrixStruct.convert(triplets, (DMatrixSparseCSC) null);
    converted.sortIndices(null);
    return converted;
  }

  /** Where a junction's conductance goes: two diagonal entries and two beside them, or fewer. */
  private int[] entriesOf(Junction junction) {
    int i = position[junction.from()];
    int j = position[junction.to()];
    return new int[] {
      entry(i, i), entry(j, j), entry(i, j), entry(j, i),
    };
  }

  private int entry(int row, int column) {
    return row < 0 || column < 0 ? ELECTRODE : matrix.nz_index(row, column);
  }

  /**
   * Solves Kirchhoff's equations for the nodes without electrode.
   *
   * @param conductances G per junction, each positive
   * @param volts per node; those of the electrodes are read, the others replaced
   */
  void solve(double[] conductances, double[] volts) {
    assemble(conductances, volts);
    if (order.length == 0) {
      return;
    }
    if (!solver.setA(matrix)) {
      throw new IllegalStateException(
          "the conductances are not all positive and finite: the voltages are not defined");
    }
    if (!analysed) {
      solver.setStructureLocked(true);
      analysed = true;
    }
    solver.solve(currents, solution);
    for (int i = 0; i < order.length; i++) {
      volts[order[i]] = solution.data[i];
    }
  }

  private void assemble(double[] conductances, double[] volts) {
    Arrays.fill(matrix.nz_values, 0, matrix.nz_length, 0);
    currents.zero();
    for (int k = 0; k < entries.length; k++) {
      double g = conductances[k];
      int[] at = entries[k];
      add(at[0], g);
      add(at[1], g);
      add(at[2], -g);
      add(at[3], -g);
      Junction junction = junctions.get(k);
      feed(junction.from(), junction.to(), g, volts);
      feed(junction.to(), junction.from(), g, volts);
    }
  }

  private void add(int entry, double g) {
    if (entry >= 0) {
      matrix.nz_values[entry] += g;
    }
  }

  private void feed(int node, int electrode, double g, double[] volts) {
    if (position[node] >= 0 && position[electrode] < 0) {
      currents.data[position[node]] += g * volts[electrode];
    }
  }
}
