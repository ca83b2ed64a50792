#parse("/archetype-kinds/${kind}/Config.java")
