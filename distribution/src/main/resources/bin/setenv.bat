@echo off
rem Read by every script here, maybe more than once. JAVA_HOME, KARAF_DATA and others may be set here, too.
if not "%AMPHORA_ENV%" == "" goto :EOF
set AMPHORA_ENV=done
echo %EXTRA_JAVA_OPTS% | findstr /r /c:"-XX:+Use.*GC" >nul || set EXTRA_JAVA_OPTS=-XX:+UseParallelGC -XX:NewRatio=1 %EXTRA_JAVA_OPTS%
set EXTRA_JAVA_OPTS=-Xms128m -Xmx768m -XX:+ExitOnOutOfMemoryError -Duser.timezone=UTC -Djava.awt.headless=true -Dorg.jboss.logging.provider=slf4j %EXTRA_JAVA_OPTS%
