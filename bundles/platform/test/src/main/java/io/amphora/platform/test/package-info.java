/**
 * Tests of repositories and migrations on both databases, without OSGi:
 *
 * <pre>{@code
 * @BothDatabases(InventoryEntities.class)
 * class StockTest {
 *     private JpaInventory inventory;
 *
 *     @BeforeEach
 *     void setUp(TestDatabase db) {
 *         inventory = new JpaInventory(db.tx("inventory"), db.outbox());
 *     }
 *
 *     @TestTemplate
 *     void refusesToSellWhatIsNotThere() { … }
 * }
 * }</pre>
 */
package io.amphora.platform.test;
