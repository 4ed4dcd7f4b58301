def log = new File(basedir, 'build.log').text
assert log.count('Tests run: 1, Failures: 0, Errors: 0, Skipped: 0') >= 2
assert log.count('[INFO] Instrumented ') == 2
assert log.count('[INFO] No suspension problem in ') == 2

def isInstrumented = { new File(basedir, it).getText('ISO-8859-1').contains('dev/respool/abi/Carrier') }
assert isInstrumented('a/target/classes/com/acme/a/Emitter.class')
assert isInstrumented('a/target/classes/com/acme/legacy/Walker.class')
assert isInstrumented('b/target/classes/com/acme/b/Words.class')
