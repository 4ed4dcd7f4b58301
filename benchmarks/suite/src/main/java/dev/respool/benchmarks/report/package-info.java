/**
 * The report: what has been measured, as a page and as plots.
 *
 * <p>In come the results of {@code benchmarks/run}, of which what matters is kept in {@code
 * benchmarks/measured}; out go {@code docs/performance.md}, the plots beside it and the page of the
 * targets. Every figure and every sentence about one comes from those files; only the targets are
 * data of this package. Measuring never belongs here.
 *
 * <pre>
 * {@link dev.respool.benchmarks.report.Keep} (JmhLog): from a run's results to what is kept
 * {@link dev.respool.benchmarks.report.Report} --> ResultFiles (JsonMeasurements) --> Results
 *        '--> Page --> Workloads (what is asked) --> Comparison (what was measured)
 *        |      '--> Opening, RatioTable --> Standing (Respool beside its rivals)
 *        '--> TargetPage --> Targets
 *        '--> OpeningPlots, Plots --> LinePlot, BarPlot, BarGrid, DotPlot --> Svg
 * {@link dev.respool.benchmarks.report.SaveMachine}: on what it is measured
 * {@link dev.respool.benchmarks.report.SavePeers}: which peers can run; both are called by the run
 * </pre>
 */
package dev.respool.benchmarks.report;
