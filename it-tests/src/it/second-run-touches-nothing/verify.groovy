import java.util.jar.JarFile

def log = new File(basedir, 'build.log').text
def runs = log.split('BUILD SUCCESS')
def says = { run, text -> runs[run].contains(text) }
assert runs.length == 3
assert says(0, 'Instrumented 2 methods of 1 class')
assert says(1, 'Nothing to compile - all classes are up to date')
assert says(1, 'Nothing to instrument in 2 classes')
assert !says(1, '[INFO] Instrumented ')

def before = new File(basedir, 'target/twice-1.jar')
def classes = new File(basedir, 'target/classes')
new JarFile(before).withCloseable { jar ->
  ['com/acme/Ticks.class', 'com/acme/Plain.class'].each { name ->
    def now = new File(classes, name)
    assert jar.getInputStream(jar.getEntry(name)).bytes == now.bytes
    assert now.lastModified() <= before.lastModified() : name + ' was written again'
  }
}
assert new File(classes, 'com/acme/Ticks.class').getText('ISO-8859-1').contains('dev/respool/abi/Carrier')
