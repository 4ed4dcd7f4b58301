def log = new File(basedir, 'build.log').text
assert log =~ /Instrumented \d+ methods of \d+ classes/

// Twice the whole table; with assertions there is more of it.
def runs = (log =~ /Tests run: (\d+), Failures: 0, Errors: 0, Skipped: 0\R/).collect { it[1] as int }
assert runs.size() == 2
assert runs[0] > runs[1]
assert runs[1] > 50
