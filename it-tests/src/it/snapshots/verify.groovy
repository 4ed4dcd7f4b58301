def log = new File(basedir, 'build.log').text
def runs = log.split(/BUILD (SUCCESS|FAILURE)/)
def says = { run, text -> runs[run].contains(text) }
assert runs.length == 5
def counts = { goOn, pins -> "snapshots: 2 (can go on: $goOn, need a pin: $pins, fail: 0), other files: 0".toString() }

// The first build looks at no snapshots, the second one at those of the first.
assert !says(0, 'snapshots: ')
assert says(1, '[INFO] greeting: goes on')
assert says(1, '[INFO] order: goes on')
assert says(1, '[INFO] ' + counts(2, 0))

// Newer code takes over one of them. The other one stops the deploy, unless old class files are kept.
def lineIn = { code ->
  new File(basedir, "src/$code/java/com/acme/Shop.java").readLines().findIndexOf { it.contains('yield("charge")') } + 1
}
def reason = "com.acme.Shop.order(Shop.java:${lineIn('v1')}), the class has changed since the snapshot was taken: at line " +
    "${lineIn('v1')} then and line ${lineIn('v2')} now, 'amount' changed its type from int to long"
[2, 3].each { run ->
  assert says(run, '[INFO] greeting: moves')
  assert says(run, reason)
  assert says(run, '[INFO] ' + counts(1, 1))
}
assert says(2, '[ERROR] order: needs a pin')
assert says(3, '[WARNING] order: needs a pin')
assert says(3, 'not all stored snapshots can go on in these classes (need a pin: 1, fail: 0)') // behind the end of run 2
assert says(3, '-Drespool.failOnPin=false')

// Nothing of the program has run.
def initialised = log.contains('the shop is initialised')
assert !initialised
