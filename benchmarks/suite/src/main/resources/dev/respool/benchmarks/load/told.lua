-- Prints what wrk has counted as lines "told NAME VALUE"; times are microseconds.
done = function(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  print("told requests " .. summary.requests)
  print("told duration " .. summary.duration)
  print("told failed " .. failed)
  print("told p50 " .. latency:percentile(50))
  print("told p99 " .. latency:percentile(99))
  print("told p99.9 " .. latency:percentile(99.9))
end
