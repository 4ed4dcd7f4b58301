def log = new File(basedir, 'build.log').text
assert log.contains('BUILD SUCCESS')

// Two JVMs without an agent: what the build has made serializable is saved by one and restored by the other.
def runtime = new File(localRepositoryPath, 'dev/respool/respool-runtime').listFiles()
    .findAll { it.directory }.collectMany { it.listFiles() as List }
    .find { it.name ==~ /respool-runtime-.*\.jar/ }
def java = new File(System.getProperty('java.home'), 'bin/java').path
def classPath = [new File(basedir, 'target/saveables-1.jar'), runtime].join(File.pathSeparator)
def snapshot = new File(basedir, 'target/prices.snapshot').path
def run = { what ->
  def process = new ProcessBuilder(java, '-Xverify:all', '-cp', classPath, 'com.acme.Main', what, snapshot)
      .redirectError(ProcessBuilder.Redirect.INHERIT)
      .start()
  def printed = process.inputStream.text
  assert process.waitFor() == 0
  printed.readLines()
}

// Those of a marked package too. Others stay as they were.
def remedy = 'mark the class that makes it with @Saveable, or cast it to its type and Serializable'
assert run('save') == ['currency?', 'currency?', 'currency?', '2: ' + remedy]
assert run('restore') == ['8 EUR', '8 USD']
