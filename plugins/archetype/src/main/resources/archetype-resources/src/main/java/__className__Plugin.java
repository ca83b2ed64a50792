#parse("/archetype-kinds/${kind}/Plugin.java")
