#parse("/archetype-kinds/${kind}/Implementation.java")
