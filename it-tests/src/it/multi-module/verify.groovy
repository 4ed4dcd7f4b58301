def log = new File(basedir, 'build.log').text
def runs = log.split('BUILD SUCCESS')
def says = { run, text -> runs[run].contains(text) }
assert runs.length == 3
assert says(0, '[INFO] Instrumented 2 methods of 2 classes')
assert says(0, '[INFO] Instrumented 3 methods of 1 class')
assert says(0, 'Tests run: 1, Failures: 0, Errors: 0, Skipped: 0')
assert says(1, 'Tests run: 1, Failures: 0, Errors: 0, Skipped: 0')
def checked = runs[1].count('[INFO] No suspension problem in 2 classes')
assert checked == 2

def isInstrumented = { new File(basedir, it).getText('ISO-8859-1').contains('dev/respool/abi/Carrier') }
assert isInstrumented('a/target/classes/com/acme/a/Emitter.class')
assert isInstrumented('a/target/classes/com/acme/legacy/Walker.class')
assert isInstrumented('b/target/classes/com/acme/b/Words.class')
