def log = new File(basedir, 'build.log').text
def says = { text -> log.contains(text) }
assert says(':instrument (default)')
assert says(':test-instrument (default)')
assert says('Tests run: 3, Failures: 0, Errors: 0, Skipped: 0')
assert says('No suspension problem in 2 classes')
def instrumentations = log.count('[INFO] Instrumented ')
assert instrumentations == 2

// What the build made is ready to run: no agent, and nothing on the class path but the runtime.
def runtime = new File(localRepositoryPath, 'dev/respool/respool-runtime').listFiles()
    .findAll { it.directory }.collectMany { it.listFiles() as List }
    .find { it.name ==~ /respool-runtime-.*\.jar/ }
def java = new File(System.getProperty('java.home'), 'bin/java').path
def classPath = [new File(basedir, 'target/simple-1.jar'), runtime].join(File.pathSeparator)
def process = new ProcessBuilder(java, '-Xverify:all', '-cp', classPath, 'com.acme.Main')
    .redirectError(ProcessBuilder.Redirect.INHERIT)
    .start()
def printed = process.inputStream.text
assert process.waitFor() == 0
assert printed.readLines() == ['3', '2', '1', 'hello world']
