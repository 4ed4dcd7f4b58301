def log = new File(basedir, 'build.log').text
def says = { text -> log.contains(text) }
assert says('1 method cannot be made suspendable:')

def line = new File(basedir, 'src/main/java/com/acme/Locked.java').readLines().findIndexOf { it.contains('yield("locked")') } + 1
def refusal = log.readLines().find { it.contains('com.acme.Locked.locked(Locked.java:' + line + ')') }
assert refusal != null
assert refusal.contains('a synchronized method cannot suspend')
assert refusal.contains('dev.respool.loop.Mutex')

// Not even the class that could have been instrumented was.
def classes = new File(basedir, 'target/classes/com/acme').listFiles()
assert classes*.name.sort() == ['Free.class', 'Locked.class']
assert classes.every { !it.getText('ISO-8859-1').contains('dev/respool/abi/Carrier') }
assert !new File(basedir, 'target/locked-1.jar').exists()
