package dev.respool.jfr;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jdk.jfr.Label;
import jdk.jfr.MetadataDefinition;
import jdk.jfr.Name;
import jdk.jfr.Relational;

/** The events of one coroutine have the same value, by which tools find them. */
@MetadataDefinition
@Relational
@Name("dev.respool.CoroutineIdentity")
@Label("Coroutine Identity")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface CoroutineIdentity {}
