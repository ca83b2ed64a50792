#parse("/archetype-kinds/${kind}/KitTest.java")
